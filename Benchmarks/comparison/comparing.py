"""lmask and its peers in turn on the same documents and questions."""

import os
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import mean, median

from . import documents, figures, processes
from .figures import megabytes, milliseconds, paired_ratio, whole_seconds
from .peers import Quest, installed
from .program import Program

# As many questions as are asked of one engine before it is the next one's turn.
TURN = 50
# What the project set itself: measure, whether more is better, bar, stretch.
BARS = {
    "build, one thread": (True, 2.0, 5.0),
    "build, one core": (True, None, None),
    "build, all cores": (True, 4.0, 15.0),
    "index": (False, 1.2, 0.9),
    "questions in bulk": (False, 0.5, 0.2),
    "questions one by one": (False, 0.5, 0.2),
    "one process": (False, 1.5, 1.0),
    "one process, --no-refresh": (False, 1.5, 1.0),
    "memory of the build": (False, 400e6, 200e6),
    "memory of questions": (False, 20e6, None),
}


@dataclass
class Taken:
    """What one engine took, one value a round or a question."""

    builds: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    bulk: list = field(default_factory=list)
    processes: list = field(default_factory=list)
    size: int = 0


class Comparison:
    def __init__(self, binary, rows, questions, scratch, names, rounds, per_file=1):
        corpus = os.path.join(scratch, "corpus")
        self.bytes = documents.write_folder(rows, corpus, per_file)
        self.input = os.path.join(scratch, "documents.jsonl")
        documents.write(self.input, rows)
        self.count, self.questions, self.rounds = len(rows), questions, rounds
        self.lmask = Program(binary, corpus, scratch)
        self.peers, self.missing = installed(names, scratch)
        self.taken = defaultdict(Taken)
        self.memory_of_build = self.memory_of_questions = 0
        self.unchecked = []

    def run(self):
        for _ in range(self.rounds):
            self.build_in_turn()
        for _ in range(self.rounds):
            self.ask_in_turn()
            self.ask_in_bulk()
        self.ask_by_process()
        for peer in self.peers:
            self.taken[peer.name].size = peer.size()
            peer.close()

    def build_in_turn(self):
        """The last index of each stays for the questions."""
        self.build_on_one_core()
        one = self.lmask.build(threads=1)
        self.taken["lmask, one thread"].builds.append(one.seconds)
        for peer in self.peers:
            self.taken[peer.name].builds.append(peer.build(self.input))
        every = self.lmask.build()
        self.taken["lmask"].builds.append(every.seconds)
        self.taken["lmask"].size = os.path.getsize(self.lmask.index)
        self.memory_of_build = max(self.memory_of_build, one.resident, every.resident)

    def build_on_one_core(self):
        """lmask and tantivy: its one thread is fed by another, which takes a core of its own elsewhere."""
        with processes.one_core():
            self.taken["lmask, one core"].builds.append(self.lmask.build().seconds)
            for peer in self.peers:
                if peer.name == "tantivy":
                    self.taken["tantivy, one core"].builds.append(peer.build(self.input))

    def ask_in_turn(self):
        """Some questions to each engine, then the next ones; a first turn warms up."""
        dialogue = self.lmask.dialogue()
        self.turn(dialogue, self.questions[:TURN], keeps=False)
        for questions in documents.in_groups(self.questions, TURN):
            self.turn(dialogue, questions)
            self.memory_of_questions = max(self.memory_of_questions, dialogue.memory())
        dialogue.close()

    def turn(self, dialogue, questions, keeps=True):
        for name, engine in [("lmask", dialogue), *((peer.name, peer) for peer in self.peers)]:
            seconds = engine.ask(questions)
            if keeps:
                self.taken[name].questions += seconds

    def ask_in_bulk(self):
        """All questions at once; tantivy again, so that each bulk has a pair beside it."""
        for peer in self.peers:
            if peer.name == "tantivy":
                self.taken["tantivy"].bulk.append(mean(peer.ask(self.questions)))
        self.taken["lmask"].bulk.append(self.lmask.bulk(self.questions))

    def ask_by_process(self):
        """One process a question, in turn with `quest`."""
        xapian = next((peer for peer in self.peers if peer.name == "xapian"), None)
        quest = Quest(xapian.folder) if xapian else None
        if quest and not quest.program:
            quest = None
            self.missing.append("quest")
        for question in self.questions[: TURN * self.rounds]:
            self.taken["lmask"].processes.append(self.lmask.once(question))
            self.unchecked.append(self.lmask.once(question, "--no-refresh"))
            if quest:
                self.taken["quest"].processes.append(quest.once(question))

    def report(self):
        """Everything as Markdown."""
        parts = [
            f"{self.count} documents, {megabytes(self.bytes)} of Markdown; "
            f"{len(self.questions)} questions; rounds: {self.rounds}.",
            figures.markdown(
                ["measure", "lmask", "peer", "lmask : peer", "bar", "stretch"], self.bar_rows()
            ),
            figures.markdown(
                ["engine", "build", "MB/s", "index", "question: mean", "p50", "p99"],
                list(self.engine_rows()),
            ),
        ]
        if self.missing:
            parts.append(f"Not installed and left out: {', '.join(self.missing)}.")
        return "\n\n".join(parts)

    def engine_rows(self):
        """One row an engine; questions one by one."""
        for name in ["lmask", "lmask, one thread", *(peer.name for peer in self.peers)]:
            taken = self.taken[name]
            seconds = median(taken.builds)
            rate = f"{self.bytes / seconds / 1e6:.1f}"
            index = megabytes(taken.size) if taken.size else None
            asked = figures.distribution(taken.questions) if taken.questions else [None] * 3
            yield [name, whole_seconds(seconds), rate, index, *asked]

    def bar_rows(self):
        lmask, peer = self.taken["lmask"], self.taken["tantivy"]
        rows = []
        if peer.builds:
            rows += self.build_rows(peer)
            rows.append(ratio_row("index", [lmask.size], [peer.size], megabytes, "tantivy"))
            rows += self.question_rows(peer)
        quest = self.taken["quest"].processes
        if quest:
            rows.append(ratio_row("one process", lmask.processes, quest, milliseconds, "quest"))
            rows.append(
                ratio_row("one process, --no-refresh", self.unchecked, quest, milliseconds, "quest")
            )
        rows.append(amount_row("memory of the build", self.memory_of_build))
        rows.append(amount_row("memory of questions", self.memory_of_questions))
        return rows

    def build_rows(self, peer):
        """Speeds, so that more is better."""
        one_core = self.taken["tantivy, one core"]
        for name, key, other in [
            ("one thread", "lmask, one thread", peer),
            ("one core", "lmask, one core", one_core),
            ("all cores", "lmask", peer),
        ]:
            ours = [self.bytes / seconds for seconds in self.taken[key].builds]
            theirs = [self.bytes / seconds for seconds in other.builds]
            yield ratio_row(
                f"build, {name}", ours, theirs, lambda rate: f"{rate / 1e6:.1f} MB/s", "tantivy"
            )

    def question_rows(self, peer):
        lmask = self.taken["lmask"]
        for name, ours, theirs in [
            ("questions in bulk", lmask.bulk, peer.bulk),
            ("questions one by one", lmask.questions, peer.questions),
        ]:
            yield ratio_row(name, ours, theirs, milliseconds, "tantivy")


def ratio_row(measure, ours, theirs, unit, peer):
    """Medians of both and the median ratio of their pairs."""
    more, bar, stretch = BARS[measure]
    sign = "≥" if more else "≤"
    return [
        measure,
        unit(median(ours)),
        f"{peer} {unit(median(theirs))}",
        f"{paired_ratio(ours, theirs):.2f}",
        bar and f"{sign} {bar:g}",
        stretch and f"{sign} {stretch:g}",
    ]


def amount_row(measure, amount):
    """An amount of memory, which has a bar but no peer."""
    _, bar, stretch = BARS[measure]
    bounds = [bound and f"≤ {megabytes(bound)}" for bound in (bar, stretch)]
    return [measure, megabytes(amount), None, None, *bounds]
