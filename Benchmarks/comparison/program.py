"""lmask, driven as a user drives it: its command line, stdin and stdout."""

import json
import os
import subprocess
import time

from . import processes
from .processes import Failure


class Program:
    def __init__(self, binary, corpus, scratch):
        self.binary = os.path.abspath(binary)
        if not os.access(self.binary, os.X_OK):
            raise Failure(f"{binary}: no program; build it by ./setup build")
        self.corpus, self.scratch = str(corpus), str(scratch)
        self.index = os.path.join(self.scratch, "lmask.index")

    def environment(self, threads=None):
        """No settings of the person's own; `threads` of None leaves one a core."""
        values = {"HOME": self.scratch, "LMASK_HISTORY": "off", "PATH": os.environ["PATH"]}
        if threads:
            values["LMASK_THREADS"] = str(threads)
        return values

    def command(self, *arguments):
        return [self.binary, *arguments, "--corpus", self.corpus, "--index", self.index]

    def build(self, threads=None):
        """A whole build; nothing is taken over from an older index."""
        if os.path.exists(self.index):
            os.remove(self.index)
        command = self.command("index", "--quiet")
        return checked(processes.run_apart(command, self.environment(threads)), command)

    def questions(self):
        """Ten results each, as JSON."""
        return self.command("ask", "--json", "--limit", "10", "--quiet")

    def bulk(self, questions):
        """Seconds a question when all wait on stdin; start-up, measured with none, is taken off."""
        stdin = self.file("questions.txt", "".join(f"{line}\n" for line in questions))
        nothing = self.file("nothing.txt", "")
        answers = os.path.join(self.scratch, "answers.jsonl")
        command = self.questions() + ["-"]
        empty = processes.run(command, self.environment(), nothing, answers)
        full = checked(processes.run(command, self.environment(), stdin, answers), command)
        return (full.seconds - empty.seconds) / len(questions)

    def once(self, question, *options):
        """Seconds of a process that answers one question."""
        command = self.questions() + [*options, "--", question]
        return checked(processes.run(command, self.environment()), command).seconds

    def passages(self):
        """How many the index holds."""
        status = subprocess.run(
            self.command("status", "--json"), env=self.environment(), capture_output=True
        )
        return json.loads(status.stdout)["passages"]

    def dialogue(self):
        return Dialogue(self.questions() + ["-"], self.environment())

    def file(self, name, text):
        path = os.path.join(self.scratch, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path


class Dialogue:
    """A process that is asked one question at a time and waited for."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def ask(self, questions):
        """Seconds of each question, the way through both pipes included."""
        seconds = []
        for question in questions:
            line = question.encode() + b"\n"
            start = time.perf_counter()
            self.process.stdin.write(line)
            self.process.stdin.flush()
            if not self.process.stdout.readline():
                raise Failure(f"no answer to {question!r}")
            seconds.append(time.perf_counter() - start)
        return seconds

    def memory(self):
        """What the process holds now besides the mapped index, in bytes."""
        return processes.own_memory(self.process.pid)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def checked(run, command):
    """Nothing found (1) is an answer too."""
    if run.status not in (0, 1):
        raise Failure(f"{' '.join(command)}: exit status {run.status}")
    return run
