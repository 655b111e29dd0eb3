"""How time and size grow with the number of documents: lmask beside tantivy."""

import os
import shutil
from dataclasses import astuple, dataclass, fields
from statistics import median

from . import documents, figures
from .figures import megabytes, milliseconds, percentile, whole_seconds
from .peers import installed
from .program import Program

# A folder tree with more files than this is slow to make; documents share files then.
MOST_FILES = 100_000
TURN = 50


@dataclass
class Point:
    """What one engine took at one size; times in seconds, sizes in bytes."""

    engine: str
    documents: int
    # This and all that can be None: of lmask alone.
    passages: int | None
    build: float
    build_on_all_cores: float | None
    build_memory: int | None
    index: int
    median: float
    slowest: float
    question_memory: int | None


class Growth:
    def __init__(self, binary, rows, questions, scratch, sizes, rounds, per_file=None):
        self.binary, self.rows, self.questions = binary, rows, questions
        self.scratch, self.sizes, self.rounds = scratch, sizes, rounds
        self.per_file = per_file
        self.points = []

    def run(self, after_each=lambda growth: None):
        """Measures one size after the other and tells of each."""
        for size in self.sizes:
            place = os.path.join(self.scratch, f"{size}")
            os.mkdir(place)
            self.points += self.measure(size, place)
            shutil.rmtree(place)
            after_each(self)

    def measure(self, size, place):
        """The points of one size: lmask's, then the peers'."""
        lmask, jsonl = self.prepare(size, place)
        peers, _ = installed(["tantivy"], place)
        builds = [self.build(lmask, peers, jsonl) for _ in range(self.rounds)]
        asked, memory = self.ask(lmask, peers)
        one, every, resident, *theirs = [median(column) for column in zip(*builds)]
        build, index = [lmask.passages(), one, every, resident], os.path.getsize(lmask.index)
        points = [point("lmask", size, build, index, asked["lmask"], memory)]
        for peer, seconds in zip(peers, theirs):
            build = [None, seconds, None, None]
            points.append(point(peer.name, size, build, peer.size(), asked[peer.name], None))
            peer.close()
        return points

    def prepare(self, size, place):
        """The same documents as a folder for lmask and as a file for its peers."""
        per_file = self.per_file or -(-size // MOST_FILES)
        corpus, jsonl = os.path.join(place, "corpus"), os.path.join(place, "documents.jsonl")
        documents.write_folder(documents.grown(self.rows, size), corpus, per_file)
        documents.write(jsonl, documents.grown(self.rows, size))
        return Program(self.binary, corpus, place), jsonl

    def build(self, lmask, peers, jsonl):
        """Seconds of lmask on one thread and on all cores, its memory, seconds of the peers."""
        one = lmask.build(threads=1)
        theirs = [peer.build(jsonl) for peer in peers]
        every = lmask.build()
        return [one.seconds, every.seconds, max(one.resident, every.resident), *theirs]

    def ask(self, lmask, peers):
        """Seconds of each question by engine, asked in turn after a turn to warm up; the most
        memory that lmask held after a turn."""
        dialogue, memory = lmask.dialogue(), 0
        engines = {"lmask": dialogue, **{peer.name: peer for peer in peers}}
        for engine in engines.values():
            engine.ask(self.questions[:TURN])
        asked = {name: [] for name in engines}
        for questions in documents.in_groups(self.questions, TURN):
            for name, engine in engines.items():
                asked[name] += engine.ask(questions)
            memory = max(memory, dialogue.memory())
        dialogue.close()
        return asked, memory

    def report(self):
        """One row a size and engine, then the ratios of lmask to each peer, as Markdown."""
        header = ["documents", "passages", "engine", "build", "all cores", "in memory"]
        header += ["index", "question: p50", "p99", "in memory"]
        tables = [figures.markdown(header, [row(point) for point in self.points])]
        ratios = [ratio_row(ours, theirs) for ours, theirs in self.pairs()]
        if ratios:
            header = ["documents", "lmask to", "build", "all cores", "index", "p50", "p99"]
            tables.append(figures.markdown(header, ratios))
        return "\n\n".join(tables)

    def pairs(self):
        """lmask and a peer at the same size."""
        own = {point.documents: point for point in self.points if point.engine == "lmask"}
        return [(own[p.documents], p) for p in self.points if p.engine != "lmask"]

    def tsv(self):
        """The bare figures; see `Point`. None is an empty cell."""
        lines = [[column.name for column in fields(Point)], *map(astuple, self.points)]
        return "".join("\t".join(map(bare, line)) + "\n" for line in lines)




def point(name, size, build, index, seconds, memory):
    half, most = percentile(seconds, 0.5), percentile(seconds, 0.99)
    return Point(name, size, *build, index, half, most, memory)


def bare(value):
    return "" if value is None else str(value)


def row(one):
    return [
        f"{one.documents:,}",
        one.passages and f"{one.passages:,}",
        one.engine,
        whole_seconds(one.build),
        one.build_on_all_cores and whole_seconds(one.build_on_all_cores),
        one.build_memory and megabytes(one.build_memory),
        megabytes(one.index),
        milliseconds(one.median),
        milliseconds(one.slowest),
        one.question_memory and megabytes(one.question_memory),
    ]


def ratio_row(ours, theirs):
    """lmask's time or size over the peer's; the peer always builds on one thread."""
    ratios = [
        ours.build / theirs.build,
        ours.build_on_all_cores / theirs.build,
        ours.index / theirs.index,
        ours.median / theirs.median,
        ours.slowest / theirs.slowest,
    ]
    return [f"{ours.documents:,}", theirs.engine, *(f"{ratio:.2f}" for ratio in ratios)]
