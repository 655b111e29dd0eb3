"""The peers, each driven as its users drive it: one thread, title and body, English stems, any
word may match, ten results.

Run by itself, this file is a worker: it takes commands as JSON lines from stdin and measures in its
own process, so that engines that need different interpreters can be compared in one run.

    engines.py NAME FOLDER
"""

import json
import os
import re
import sqlite3
import sys
import time

RESULTS = 10


class Tantivy:
    """tantivy by its Python binding."""

    memory = 500_000_000

    def __init__(self, folder):
        import tantivy

        self.engine, self.folder = tantivy, folder

    def build(self, documents):
        schema = self.engine.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in ("title", "body"):
            schema.add_text_field(name, stored=True, tokenizer_name="en_stem")
        self.index = self.engine.Index(schema.build(), path=self.folder)
        writer = self.index.writer(self.memory, 1)
        for ident, title, body in documents:
            writer.add_document(self.engine.Document(id=[ident], title=[title], body=[body]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self):
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, question):
        query = self.index.parse_query(" ".join(words(question)), ["title", "body"])
        return self.searcher.search(query, RESULTS).hits


class FTS5:
    """SQLite's full-text index, by Python's own module."""

    def __init__(self, folder):
        self.connection = sqlite3.connect(os.path.join(folder, "fts5.db"))

    def build(self, documents):
        self.connection.execute(
            "CREATE VIRTUAL TABLE page USING fts5"
            "(id UNINDEXED, title, body, tokenize = 'porter unicode61')"
        )
        self.connection.executemany("INSERT INTO page VALUES (?, ?, ?)", documents)
        self.connection.execute("INSERT INTO page(page) VALUES ('optimize')")
        self.connection.commit()

    def open(self):
        pass

    def ask(self, question):
        match = " OR ".join(f'"{word}"' for word in words(question))
        return self.connection.execute(
            "SELECT id, rank FROM page WHERE page MATCH ? ORDER BY rank LIMIT ?", (match, RESULTS)
        ).fetchall()


class BM25S:
    """bm25s: scores worked out beforehand, in numpy; keeps no text."""

    def __init__(self, folder):
        import bm25s
        import Stemmer

        self.engine, self.folder = bm25s, folder
        self.stemmer = Stemmer.Stemmer("english")

    def tokens(self, texts):
        return self.engine.tokenize(
            texts, stopwords="en", stemmer=self.stemmer, show_progress=False
        )

    def build(self, documents):
        self.ranker = self.engine.BM25()
        texts = [f"{title} {body}" for _, title, body in documents]
        self.ranker.index(self.tokens(texts), show_progress=False)
        self.ranker.save(self.folder)

    def open(self):
        pass

    def ask(self, question):
        return self.ranker.retrieve(self.tokens([question]), k=RESULTS, show_progress=False)


class Xapian:
    """Xapian by its Python binding; `quest` reads the same database."""

    def __init__(self, folder):
        import xapian

        self.engine, self.folder = xapian, folder

    def build(self, documents):
        database = self.engine.WritableDatabase(self.folder, self.engine.DB_CREATE_OR_OPEN)
        generator = self.engine.TermGenerator()
        generator.set_stemmer(self.engine.Stem("en"))
        for ident, title, body in documents:
            page = self.engine.Document()
            generator.set_document(page)
            generator.index_text(title)
            generator.increase_termpos()
            generator.index_text(body)
            page.set_data(f"{ident}\n{title}\n{body}")
            database.add_document(page)
        database.close()

    def open(self):
        self.database = self.engine.Database(self.folder)
        self.parser = self.engine.QueryParser()
        self.parser.set_database(self.database)
        self.parser.set_stemmer(self.engine.Stem("en"))
        self.parser.set_stemming_strategy(self.engine.QueryParser.STEM_SOME)

    def ask(self, question):
        enquire = self.engine.Enquire(self.database)
        enquire.set_query(self.parser.parse_query(" ".join(words(question)), 0))
        return [match.docid for match in enquire.get_mset(0, RESULTS)]


ALL = {"tantivy": Tantivy, "fts5": FTS5, "bm25s": BM25S, "xapian": Xapian}


def words(question):
    """The distinct words of a question, so that no sign in it is taken for syntax."""
    return list(dict.fromkeys(re.findall(r"\w+", question.lower())))


def build(engine, path):
    """Seconds to index the documents of a file, which are in memory before the clock starts."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    documents = [(row["id"], row["title"], row["body"]) for row in rows]
    del rows
    start = time.perf_counter()
    engine.build(documents)
    seconds = time.perf_counter() - start
    engine.open()
    return seconds


def ask(engine, questions):
    """Seconds of each question."""
    seconds = []
    for question in questions:
        start = time.perf_counter()
        engine.ask(question)
        seconds.append(time.perf_counter() - start)
    return seconds


def serve(engine):
    """Answers {"build": path} and {"ask": questions} until stdin ends."""
    for line in sys.stdin:
        command = json.loads(line)
        if "build" in command:
            reply = build(engine, command["build"])
        else:
            reply = ask(engine, command["ask"])
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    try:
        peer = ALL[sys.argv[1]](sys.argv[2])
    except ImportError as error:
        sys.exit(str(error))
    print(json.dumps("ready"), flush=True)
    serve(peer)
