#!/usr/bin/env python3
"""Makes articles of full length: articles.py COUNT [SEED] > articles.jsonl

Each is put together from paragraphs of the sample articles in seeds/, which are the project's own words, until it has 3 to 5 kB;
towns are exchanged for others of the same country, days and numbers for others, and every twentieth article prints three
paragraphs of an earlier one. The same count and seed give the same bytes."""
import csv
import json
import os
import random
import re
import sys

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MONTHS = "January February March April May June July August September October November December".split()


def paragraphs():
    found = []
    for name in sorted(os.listdir(root + "/seeds")):
        if name.endswith(".txt"):
            with open(f"{root}/seeds/{name}", encoding="utf-8") as file:
                found += [p.strip() for p in file.read().split("\n\n") if len(p) > 80 and not p.startswith("---")]
    return found


def towns(country, least):
    """Names of towns of one word, the largest first."""
    with open(f"{root}/gazetteer/places/{country}.tsv", encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        known = [(int(row["population"]), row["name"]) for row in rows if row["name"].isalpha() and row["name"].isascii()]
    return [name for population, name in sorted(known, reverse=True) if population >= least]


WORD = re.compile(r"\b[A-Z][a-z]+\b")
DAY = re.compile(r"\b({0}) \d{{1,2}}\b|\b\d{{1,2}} ({0})\b".format("|".join(MONTHS)))
NUMBER = re.compile(r"(?<![\w,.])\d{2,4}(?![\w,.]\d|\w)")


def exchanged(paragraph, draw, names, known):
    """The paragraph with other towns, days and numbers: the same one for the same, within a paragraph."""
    others = {}

    def town(match):
        word = match.group(0)
        return others.setdefault(word, draw.choice(names)) if word in known else word

    def day(match):
        return f"{match.group(1)} {draw.randint(1, 28)}" if match.group(1) else f"{draw.randint(1, 28)} {match.group(2)}"

    def number(match):
        value = int(match.group(0))
        return str(draw.randint(max(2, value // 2), value * 2)) if 9 < value < 1900 else match.group(0)

    return NUMBER.sub(number, DAY.sub(day, WORD.sub(town, paragraph)))


def main():
    count = int(sys.argv[1])
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    parts = paragraphs()
    names = towns("UA", 3000)
    known = frozenset(names)
    recent = []
    for number in range(count):
        size = draw.randint(3000, 5000)
        made = []
        if number % 20 == 19 and recent:
            made = draw.choice(recent)[:3]
        while sum(len(p.encode()) + 2 for p in made) < size:
            made.append(exchanged(draw.choice(parts), draw, names, known))
        if number % 7 == 0:
            recent = recent[-50:] + [made]
        record = {
            "id": f"a{number}", "title": made[0][:60], "publisher": f"The Paper {number % 40}",
            "published": f"{2022 + number % 3}-{1 + number // 28 % 12:02}-{1 + number % 28:02}", "text": "\n\n".join(made),
        }
        print(json.dumps(record, ensure_ascii=False))


main()
