#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""make-pack.py ARTICLES GLOSSARY OUTPUT DEPFILE: makes one pack of the article files, the same bytes of the same files."""

import json
import pathlib
import sys

SINGLE = {"Title": "title", "Category": "category", "Audience": "audience", "Kind": "kind", "Effective": "effective",
          "Reviewed": "reviewed", "Owner": "owner"}
COMMAS = {"Tags": "tags", "Corridors": "corridors", "Currencies": "currencies"}
REPEATED = {"Question": "questions", "Source": "sources", "Template": "templates", "See": "see"}


def read_article(path):
    slug, locale, _ = path.name.rsplit(".", 2)
    article = {"slug": slug, "locale": locale}
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    for line in head.split("\n"):
        key, colon, value = line.partition(": ")
        if key in SINGLE:
            article[SINGLE[key]] = value
        elif key in COMMAS:
            article[COMMAS[key]] = [part.strip() for part in value.split(",")]
        elif key in REPEATED and colon:
            article.setdefault(REPEATED[key], []).append(value)
        else:
            sys.exit(f"{path}: not a line of the head: {line!r}")
    article["body"] = body.rstrip("\n") + "\n"
    return article


def read_rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def read_asked(folder, glossary):
    """How customers ask it in ten languages, as (slug, locale, question): our own, and the glossary's."""
    asked = [tuple(row) for row in read_rows(folder / "asked.tsv")]
    slugs = {phrase: names.split(",") for phrase, names in read_rows(folder / "asked-phrases.tsv")}
    for phrase, locale, text in read_rows(glossary / "phrases.tsv"):
        if locale != "terms":
            asked += [(slug, locale, text) for slug in slugs.get(phrase, [])]
    return asked


def add_asked(articles, asked):
    """The article in the question's language has it, else the English one; Traditional Chinese is made of the Simplified."""
    has = {(article["slug"], article["locale"]): article.setdefault("questions", []) for article in articles}
    for slug, locale, text in asked:
        questions = has.get((slug, locale), has[slug, "en"])
        if locale != "zh-Hant" and text not in questions:
            questions.append(text)


def main():
    folder, glossary, output, depfile = map(pathlib.Path, sys.argv[1:])
    paths = sorted(folder.glob("*/*.md"), key=lambda path: path.name)
    articles = [read_article(path) for path in paths]
    add_asked(articles, read_asked(folder.parent, glossary))
    pack = {
        "$schema": "https://corridordesk.org/packs/knowledge.schema.json",
        "schema": "corridor-knowledge/1",
        "id": "corridor-starter",
        "version": max(article["reviewed"] for article in articles),
        "title": "Corridor starter knowledge",
        "source": "https://corridordesk.org",
        "converted": {"zh-Hant": "zh-Hans"},
        "articles": articles,
    }
    output.write_text(json.dumps(pack, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    # a file that comes or goes changes its folder
    seen = [str(path).replace(" ", "\\ ") for path in [folder, *sorted(set(path.parent for path in paths)), *paths,
                                                          folder.parent / "asked.tsv", folder.parent / "asked-phrases.tsv",
                                                          glossary / "phrases.tsv"]]
    depfile.write_text(f"{sys.argv[3]}: " + " ".join(seen) + "\n", encoding="utf-8")


main()
