"""Peers in processes of their own."""

import json
import os
import shutil
import subprocess
import sys

from . import engines, processes
from .processes import Failure

# Debian's packages are seen by Debian's interpreter alone.
INTERPRETERS = [sys.executable, "/usr/bin/python3"]


class Peer:
    """An engine that builds its index in a folder of its own and then answers."""

    def __init__(self, name, scratch):
        self.name, self.folder = name, os.path.join(str(scratch), name)
        self.worker = None

    def start(self):
        """False if no interpreter has the engine."""
        for interpreter in dict.fromkeys(INTERPRETERS):
            self.worker = self.spawn(interpreter)
            if self.worker.stdout.readline():
                return True
            self.close()
        return False

    def spawn(self, interpreter):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        command = [interpreter, engines.__file__, self.name, self.folder]
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def build(self, documents):
        """Seconds to index a file of documents, from nothing; then it can be asked."""
        self.close()
        if not self.start():
            raise Failure(f"{self.name} does not start again")
        return self.tell({"build": str(documents)})

    def ask(self, questions):
        """Seconds of each question."""
        return self.tell({"ask": questions})

    def size(self):
        return processes.size(self.folder)

    def tell(self, command):
        self.worker.stdin.write((json.dumps(command) + "\n").encode())
        self.worker.stdin.flush()
        reply = self.worker.stdout.readline()
        if not reply:
            raise Failure(f"{self.name} broke off")
        return json.loads(reply)

    def close(self):
        if self.worker:
            self.worker.stdin.close()
            self.worker.stdout.close()
            self.worker.wait()
            self.worker = None


def installed(names, scratch):
    """The peers that can be had, and the names of the others."""
    peers = [Peer(name, scratch) for name in names]
    there = [peer for peer in peers if peer.start()]
    return there, [peer.name for peer in peers if peer not in there]


class Quest:
    """Xapian's command-line program over the database of its peer."""

    def __init__(self, folder):
        self.program, self.folder = shutil.which("quest"), folder

    def once(self, question):
        """Seconds of a process that answers one question."""
        query = " ".join(engines.words(question))
        command = [self.program, f"--db={self.folder}", "--msize=10", query]
        run = processes.run(command, dict(os.environ))
        if run.status != 0:
            raise Failure(f"quest: exit status {run.status}")
        return run.seconds
