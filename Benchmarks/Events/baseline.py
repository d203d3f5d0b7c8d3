#!/usr/bin/env python3
"""Events by keywords: baseline.py PROGRAM CORPUS....

The plain way to do it, scored as `dateline evaluate events` scores itself: every word that is a form of the first word of a trigger row
(regular endings and the table of irregular forms, no part of speech, no arguments, nothing that blocks) is an event of the row's type;
its place is the nearest place name of the article before or in its sentence, else the next one; its date that of publication. Places come
from `dateline annotate`, so that only the reading of events differs.

CORPUS is a folder with gold tables (FOLDER or FOLDER:GOLD), a folder of MUC-4 or JSON Lines of typed sentences. Prints a line a measure.
"""
import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "..", "Sources", "EventExtraction", "Resources", "en")
SUCCESSORS = {"FIGHT": {"ASSAULT"}, "YIELD": {"CONCEDE", "RETREAT"}, "INVESTIGATE": {"ACCUSE"},
              "DISAPPROVE": {"ACCUSE", "REJECT"}, "DEMAND": {"REQUEST"}, "CRIME": {"ASSAULT", "COERCE"}}


def rows(name):
    with open(os.path.join(TABLES, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]


def keywords():
    """The forms of the one-word triggers, each with the type of its first row."""
    irregular = collections.defaultdict(list)
    for form, lemma, _ in rows("irregular.tsv"):
        irregular[lemma].append(form)
    types = {}
    for row in rows("triggers.tsv"):
        lemma = row[0].replace("^", "")
        if " " in lemma or "|" in lemma or "<" in lemma or not lemma.isalpha():
            continue
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        forms = [lemma, lemma + "s", stem + "ed", stem + "ing", stem + "es"] + irregular[lemma]
        if lemma.endswith("y"):
            forms += [lemma[:-1] + "ies", lemma[:-1] + "ied"]
        for form in forms:
            types.setdefault(form, row[2])
    return types


def annotate(program, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps(article) + "\n")
    done = subprocess.run([program, "annotate", file.name, "--quiet"], capture_output=True, text=True)
    os.unlink(file.name)
    return {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}


def sentences(text):
    starts = [0] + [m.end() for m in re.finditer(r"(?<=[.!?”])\s+(?=[A-Z“\"])|\n\s*\n", text)]
    return list(zip(starts, starts[1:] + [len(text)]))


def events(types, article, record):
    """Keyword events: start, end, type, place, day."""
    text, found = article["text"], []
    places = [t for t in record["toponyms"] if t["place"]]
    bounds = sentences(text)
    current = 0
    for match in re.finditer(r"[A-Za-z]+", text):
        kind = types.get(match.group().lower())
        if not kind:
            continue
        while bounds[current][1] <= match.start():
            current += 1
        end = bounds[current][1]
        before = [p for p in places if p["start"] < end]
        place = min(before, key=lambda p: abs(p["start"] - match.start())) if before else places[0] if places else None
        found.append((match.start(), match.end(), kind, place, article.get("published")))
    return found, bounds


def gold_folder(program, types, spec):
    folder, _, gold = spec.partition(":")
    with open(os.path.join(folder, "metadata.csv"), encoding="utf-8") as file:
        meta = {row["file"]: row for row in csv.DictReader(file)}
    with open(os.path.join(gold or folder + "/gold", "events.tsv"), encoding="utf-8") as file:
        wanted = collections.defaultdict(list)
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            wanted[row["file"]].append(row)
    articles = []
    for name in sorted(n for n in os.listdir(folder) if n.endswith(".txt")):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            published = meta.get(name, {}).get("published") or None
            articles.append({"id": name, "text": file.read(), "published": published})
    records = annotate(program, articles)
    n = collections.Counter()
    for article in articles:
        found, bounds = events(types, article, records[article["id"]])
        taken, partner = set(), {}
        for level in range(3):
            for number, row in enumerate(wanted[article["id"]]):
                if number in partner:
                    continue
                start, end = int(row["start"]), int(row["end"])
                for index, event in enumerate(found):
                    overlaps = event[0] < end and start < event[1]
                    same = any(a <= start < b and a <= event[0] < b for a, b in bounds)
                    if index not in taken and (overlaps if level == 0 else same and (level == 2 or event[2] == row["event_type"])):
                        partner[number] = index
                        taken.add(index)
                        break
        n["found"] += len(found)
        n["spurious"] += len(found) - len(taken)
        for number, row in enumerate(wanted[article["id"]]):
            if "optional" in row["note"]:
                n["found"] -= number in partner
                continue
            n["gold"] += 1
            n["placed"] += bool(row["place_id"])
            if number not in partner:
                continue
            event = found[partner[number]]
            n["matched"] += 1
            n["type"] += event[2] == row["event_type"]
            right = {row["place_id"]} | {w for w in re.split(r"[ ,;]", row["note"]) if ":" in w}
            n["place"] += bool(row["place_id"]) and bool(event[3]) and event[3]["place"]["id"] in right
    return [("found", n["matched"], n["gold"]), ("type right", n["type"], n["gold"]), ("place right", n["place"], n["placed"]),
            ("spurious", n["spurious"], n["found"])]


def typed(program, types, path):
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    right = 0
    for line in lines:
        kinds = {types[w.lower()] for w in re.findall(r"[A-Za-z]+", line["text"]) if w.lower() in types}
        wanted = SUCCESSORS.get(line["event"], {line["event"]})
        right += not kinds if line["event"] == "-" else bool(kinds & wanted)
    return [("type right", right, len(lines))]


def main():
    program, types = sys.argv[1], keywords()
    for spec in sys.argv[2:]:
        measures = typed(program, types, spec) if spec.endswith(".jsonl") else gold_folder(program, types, spec)
        for name, part, whole in measures:
            print(f"{name}\t{part}/{whole}\t{100 * part / max(1, whole):.1f}")


main()
