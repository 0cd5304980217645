#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
"""make-pack.py TEMPLATES OUTPUT DEPFILE: makes one pack of the template files, the same bytes of the same files."""

import json
import pathlib
import re
import sys

SINGLE = {"Id": "id", "Title": "title", "Purpose": "purpose", "Category": "category", "Channels": "channels", "Shortcut": "shortcut",
          "Intent": "intent", "Owner": "owner", "Review": "review"}
COMMAS = {"Tags": "tags", "Requires": "requires"}


def read_template(path):
    template = {}
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    for line in head.split("\n"):
        key, colon, value = line.partition(": ")
        if key in SINGLE:
            template[SINGLE[key]] = value
        elif key in COMMAS and colon:
            template[COMMAS[key]] = [part.strip() for part in value.split(",")]
        else:
            sys.exit(f"{path}: not a line of the head: {line!r}")
    template["variants"] = []
    for part in re.split(r"^== ", body, flags=re.M)[1:]:
        name, _, text = part.partition("\n")
        locale, register = name.split(" ")
        template["variants"].append({"locale": locale, "register": register, "text": text.rstrip("\n")})
    return template


def read_samples(path):
    """Values for trying a template, by locale; "*" holds in every one that has no other. A | begins a line."""
    samples = {}
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]:
        variable, locale, value = line.split("\t")
        samples.setdefault(locale, {})[variable] = value.replace("|", "\n")
    return samples


def check_titles(path, templates):
    """What the window calls the templates in another language: all of them, as they are called now."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]]
    wanted = {("title", template["id"], template["title"]) for template in templates} | {("category", template["category"], template["category"]) for template in templates}
    wanted |= {("purpose", template["id"], template["purpose"]) for template in templates if "purpose" in template}
    # codes and abbreviations are the same everywhere
    tags = {("tag", tag, tag) for template in templates for tag in template.get("tags", [])}
    have = {tuple(row[:3]) for row in rows if len(row) == 4 and row[3]}
    if wanted != have - tags:
        sys.exit(f"{path}: not as the templates are called: {sorted(wanted ^ have)[:5]}")


def main():
    folder, output, depfile = map(pathlib.Path, sys.argv[1:])
    paths = sorted(folder.glob("*/*.template"), key=lambda path: path.name)
    pack = {
        "$schema": "https://corridordesk.org/packs/templates.schema.json",
        "schema": "corridor-templates/1",
        "id": "corridor-templates",
        "version": "1",
        "title": "Corridor starter templates",
        "source": "https://corridordesk.org",
        "source_locale": "en",
        "templates": [read_template(path) for path in paths],
        "samples": read_samples(folder / "sample.tsv"),
    }
    titles = sorted((folder / "titles").glob("*.tsv"))
    for path in titles:
        check_titles(path, pack["templates"])
    output.write_text(json.dumps(pack, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    # a file that comes or goes changes its folder
    seen = [str(path).replace(" ", "\\ ") for path in [folder, *sorted(set(path.parent for path in paths)), *paths, *titles, folder / "sample.tsv"]]
    depfile.write_text(f"{sys.argv[2]}: " + " ".join(seen) + "\n", encoding="utf-8")


main()
