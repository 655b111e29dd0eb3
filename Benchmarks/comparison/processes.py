"""Running programs: how long they take and how much memory."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import NamedTuple


class Failure(Exception):
    """A program did not do what was asked of it."""


class Run(NamedTuple):
    seconds: float
    status: int
    # The most memory it had at once, mapped files included, in bytes; at least as much as the
    # process that started it had.
    resident: int


def run(command, environment, stdin=os.devnull, stdout=os.devnull):
    """Runs a program to its end. Spawned without a fork, which would copy this process's pages."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    return Run(seconds, os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024)


def run_apart(command, environment):
    """The same, started by a small process, so that the memory is the program's own."""
    starter = [sys.executable, "-S", __file__, json.dumps(command), json.dumps(environment)]
    done = subprocess.run(starter, stdout=subprocess.PIPE, check=True)
    return Run(*json.loads(done.stdout))


@contextmanager
def one_core():
    """Whatever is started meanwhile has one core for all of its threads."""
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(every)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, every)


def own_memory(process):
    """What a process holds besides mapped files, in bytes."""
    with open(f"/proc/{process}/status", encoding="ascii") as lines:
        for line in lines:
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    return 0


def size(place):
    """Of a file, or of all files of a folder, in bytes."""
    if os.path.isfile(place):
        return os.path.getsize(place)
    return sum(
        os.path.getsize(os.path.join(folder, name))
        for folder, _, names in os.walk(place)
        for name in names
    )


if __name__ == "__main__":
    print(json.dumps(run(json.loads(sys.argv[1]), json.loads(sys.argv[2]))))
