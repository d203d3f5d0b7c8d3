#!/usr/bin/env python3
"""Writes a dump like GeoNames' in form and size: allCountries.txt and alternateNamesV2.txt.

usage: synthetic_dump.py FOLDER [PLACES] [ALTERNATES]      (13,000,000 and 16,000,000 by default)

Names are made of syllables; half of them come again and again, the others are almost all different. Of the alternates
one in four is a link and one in seven is in a script that the importer leaves out.
"""
import random
import sys

SYLLABLES = [a + b for a in "b ch d f g h k kh l m n p r s sh t v z zh".split() for b in "a e i o u ia iv on ar en".split()]
FIRST = [(a + b).capitalize() for a in SYLLABLES for b in SYLLABLES]
LAST = [a + b for a in [""] + SYLLABLES for b in SYLLABLES]
TO_CYRILLIC = str.maketrans("abdefghiklmnoprstuvz", "абдефгхиклмнопрстувз")
KINDS = ["", "", "", "", "", " Creek", " Hill", " Lake", " Village", " Farm", " School", " Ridge", " Bay"]
POOL = 3_000_000


def name(bits):
    """A name that depends on the bits: of a pool that comes again and again, or almost surely a new one."""
    if bits & 1:
        bits %= POOL
        return FIRST[bits * 7919 % len(FIRST)] + LAST[bits % 191] + KINDS[bits % 13]
    bits >>= 1
    return FIRST[bits % len(FIRST)] + LAST[bits // 40_009 % len(LAST)] + KINDS[bits // 2_000_000_011 % 13]


def main():
    folder = sys.argv[1]
    places = int(sys.argv[2]) if len(sys.argv) > 2 else 13_000_000
    alternates = int(sys.argv[3]) if len(sys.argv) > 3 else 16_000_000
    draw = random.Random(3).getrandbits
    countries = [a + b for a in "ABCDEFGHIJKLM" for b in "ACEGIKMOQS"]
    with open(folder + "/allCountries.txt", "w", encoding="utf-8", buffering=1 << 20) as out:
        for number in range(1, places + 1):
            bits = draw(60)
            text = name(bits)
            country = countries[number * len(countries) // (places + 1)]
            code = "STM" if bits % 19 == 0 else "PPL"
            population = 0 if bits % 11 else bits % 100_003
            out.write(
                f"{number}\t{text}\t{text}\t\t{bits % 17_000_003 / 1e5 - 85:.5f}\t{bits % 35_999_999 / 1e5 - 180:.5f}"
                f"\tP\t{code}\t{country}\t\t{bits % 20:02d}\t{bits % 97}\t\t\t{population}\t\t\tEtc/UTC\t2024-01-01\n")
    with open(folder + "/alternateNamesV2.txt", "w", encoding="utf-8", buffering=1 << 20) as out:
        for number in range(1, alternates + 1):
            bits = draw(60)
            text, language = name(bits), "en"
            if bits % 20 < 5:
                language, text = "link", "https://en.wikipedia.org/wiki/" + text
            elif bits % 20 < 8:
                language, text = "zh", "中" * (len(text) // 3 + 1)
            elif bits % 20 < 11:
                language, text = "ru", text.lower().translate(TO_CYRILLIC).capitalize()
            out.write(f"{number}\t{bits % places + 1}\t{language}\t{text}\t\t\t\t\t\t\n")
    with open(folder + "/names.txt", "w", encoding="utf-8") as out:
        for index in range(200_000):
            out.write(name(index * 29 % POOL | 1) + "\n")


main()
