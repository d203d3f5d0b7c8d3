#!/usr/bin/env python3
"""Texts for gold tables: texts.py GOLD FOLDER CORPUS....

Writes the texts that GOLD/documents.tsv (columns id, published, sha256) lists into FOLDER as ID.txt, with the metadata.csv that `dateline` reads. A CORPUS is JSON
Lines with `id` and `text` (TR-News, LGL) or a folder of TimeML, of which the text between <TEXT> and </TEXT> is taken without its tags. A text whose
SHA-256 does not begin as the table says is another version, and an error: the offsets would not fit.
"""
import csv
import glob
import hashlib
import html
import json
import os
import re
import sys


def documents(corpus):
    """The ids, titles and texts of a corpus."""
    if os.path.isdir(corpus):
        for path in sorted(glob.glob(os.path.join(corpus, "*.tml"))):
            with open(path, encoding="utf-8", newline="") as file:
                body = re.search(r"<TEXT>(.*?)</TEXT>", file.read(), re.S)
            if body:
                text = html.unescape(re.sub(r"<[^>]+>", "", body.group(1))).strip("\n") + "\n"
                yield os.path.splitext(os.path.basename(path))[0], "", text
    else:
        with open(corpus, encoding="utf-8") as file:
            for line in file:
                document = json.loads(line)
                yield str(document["id"]), document.get("title") or "", document["text"]


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    gold, folder, corpora = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(os.path.join(gold, "documents.tsv"), encoding="utf-8") as file:
        wanted = {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    os.makedirs(folder, exist_ok=True)
    titles = {}
    for corpus in corpora:
        for name, title, text in documents(corpus):
            if name not in wanted or name in titles:
                continue
            digest = hashlib.sha256(text.encode()).hexdigest()
            if not digest.startswith(wanted[name]["sha256"]):
                sys.exit(f"{corpus}: {name}: SHA-256 {digest[:16]}, not {wanted[name]['sha256']}: another version of this text")
            with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8", newline="") as file:
                file.write(text)
            titles[name] = title
    missing = sorted(set(wanted) - set(titles))
    if missing:
        sys.exit(f"{', '.join(missing)}: in none of {', '.join(corpora)}")
    with open(os.path.join(folder, "metadata.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "title", "publisher", "published", "url"])
        writer.writerows([name + ".txt", titles[name], "", row["published"], ""] for name, row in wanted.items())


main()
