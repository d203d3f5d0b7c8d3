#!/usr/bin/env python3
"""Text and dates of web pages beside trafilatura and htmldate: measure.py PROGRAM FOLDER.

FOLDER holds PAGE.html.gz files and truth.json: {"PAGE": {"url", "body" or "published"}}. The program's text is what
`dateline extract` writes.

Body: shingles of four words, precision and recall of each page, their means over pages, F1 of the means (as in the article
extraction benchmark of Scrapinghub). Date: the share of pages with the very day; a page without one is right when none is found.
"""
import collections
import gzip
import json
import os
import re
import subprocess
import sys

import htmldate
import trafilatura
from lxml import html

program, folder = sys.argv[1:3]
with open(folder + "/truth.json", encoding="utf-8") as file:
    truth = json.load(file)
pages = {name: gzip.open(f"{folder}/{name}.html.gz").read() for name in truth}
done = subprocess.run([program, "extract", folder], capture_output=True, text=True)
ours = {}
for line in done.stdout.splitlines():
    record = json.loads(line)
    ours[record["id"].removesuffix(".html.gz")] = record


def shingles(text, width=4):
    words = re.findall(r"\w+", text)
    return collections.Counter(tuple(words[i : i + width]) for i in range(max(1, len(words) - width + 1)))


def body(name, extract):
    precisions, recalls = [], []
    for page, gold in truth.items():
        if "body" in gold:
            found, wanted = shingles(extract(page) or ""), shingles(gold["body"])
            common = sum((found & wanted).values())
            precisions.append(common / max(1, sum(found.values())))
            recalls.append(common / max(1, sum(wanted.values())))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"| body | {name} | {f1:.3f} (precision {precision:.3f}, recall {recall:.3f}) |")


def date(name, extract):
    pages = [(page, gold["published"]) for page, gold in truth.items() if "published" in gold]
    right = sum(1 for page, day in pages if (extract(page) or "nan") == str(day))
    print(f"| date | {name} | {right}/{len(pages)} |")


def text(page):
    return pages[page].decode("utf-8", "replace")


def day(page):
    try:
        return htmldate.find_date(text(page), original_date=True, url=truth[page]["url"])
    except ValueError:
        return None


print("| | | |\n|---|---|---|")
body("dateline", lambda page: ours.get(page, {}).get("text"))
body("trafilatura", lambda page: trafilatura.extract(text(page), include_comments=False, include_tables=False))
body("all paragraphs", lambda page: "\n".join(p.text_content() for p in html.fromstring(pages[page]).iter("p")))
date("dateline", lambda page: ours.get(page, {}).get("published"))
date("htmldate", day)
