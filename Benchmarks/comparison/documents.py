"""Documents as JSON Lines, as a folder for lmask, and in any number."""

import gzip
import json
import random
import re
from pathlib import Path
from typing import NamedTuple


class Document(NamedTuple):
    id: str
    title: str
    body: str


def read(path):
    """Every document of a file of {"id", "title", "body"} lines; `.gz` is unpacked."""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                yield Document(str(row["id"]), row["title"], row["body"])


def write(path, documents):
    """The opposite of `read`; never packed."""
    with open(path, "w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(document._asdict()) + "\n")


def read_questions(path, limit):
    """The first questions of a file, one a line."""
    with open(path, encoding="utf-8") as lines:
        questions = [line.strip() for line in lines if line.strip()]
    return questions[:limit]


def write_folder(documents, folder, per_file=1):
    """Writes Markdown files and returns their size in bytes.

    With `per_file` above 1 that many documents share a file, each a section of it.
    """
    Path(folder).mkdir(parents=True)
    total = 0
    for number, group in enumerate(in_groups(documents, per_file)):
        text = markdown(group, number)
        # A thousand files a folder: file systems are slow with more.
        place = Path(folder) / f"{number // 1000:05d}"
        place.mkdir(exist_ok=True)
        total += (place / file_name(group[0], number)).write_bytes(text.encode())
    return total


def in_groups(items, size):
    """Lists of `size` items; the last may be shorter."""
    group = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def file_name(document, number):
    """Numbered, because ids may repeat or start with a sign that hides a file."""
    return f"{number:07d}-{re.sub(r'[^A-Za-z0-9-]', '-', document.id)[:80]}.md"


def markdown(group, number):
    """One document as `# title` and text; several as the sections of a file."""
    if len(group) == 1:
        return f"# {one_line(group[0].title)}\n\n{one_line(group[0].body)}\n"
    sections = [f"## {one_line(d.title)}\n\n{one_line(d.body)}\n" for d in group]
    return "\n".join([f"# Part {number + 1}\n", *sections])


def one_line(text):
    """White space folded; `<` escaped, so that nothing is taken for HTML."""
    return " ".join(text.split()).replace("<", "&lt;")


def grown(documents, count, seed=20):
    """So many documents: the given ones, then again and again with other sentences.

    Each further round shuffles all sentences and deals them out anew, as many to each document as
    it had, so words stay as frequent and documents as long as they were.
    """
    yield from documents[:count]
    rng = random.Random(seed)
    bodies = [sentences(document.body) for document in documents]
    pool = [sentence for body in bodies for sentence in body]
    for first in range(len(documents), count, len(documents)):
        rng.shuffle(pool)
        yield from dealt(documents[: count - first], bodies, pool, first)


def dealt(documents, bodies, pool, first):
    """Copies of documents that share out the sentences of a pool in their order."""
    start = 0
    for document, body in zip(documents, bodies):
        end = start + len(body)
        yield Document(f"{document.id}-{first}", document.title, " ".join(pool[start:end]))
        start = end


def sentences(text):
    """Cut after a full stop, question or exclamation mark before a space."""
    return re.split(r"(?<=[.?!]) +", " ".join(text.split()))
