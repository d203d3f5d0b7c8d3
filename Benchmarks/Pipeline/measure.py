#!/usr/bin/env python3
"""Measures the pipeline: measure.py PROGRAM WORK ARTICLES. Rates count user time, so that other load does not."""
import json
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

program, work, articles = sys.argv[1], sys.argv[2], int(sys.argv[3])
root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def paragraphs():
    """The paragraphs of the sample articles, which are the project's own."""
    found = []
    for name in sorted(os.listdir(root + "/seeds")):
        if name.endswith(".txt"):
            with open(f"{root}/seeds/{name}", encoding="utf-8") as file:
                found += [p for p in file.read().split("\n\n") if len(p) > 80]
    return found


def corpus(path, count, per_article=4):
    """Articles shuffled from the samples, the same every time; returns the bytes of text."""
    draw = random.Random(1)
    parts = paragraphs()
    size = 0
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            text = "\n\n".join(draw.sample(parts, per_article))
            size += len(text.encode())
            record = {"id": f"d{number}", "published": f"2022-09-{1 + number % 30:02}", "text": text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return size


def run(*command, stdin=None):
    """User seconds, wall seconds and peak kilobytes of a process."""
    begin = time.monotonic()
    with open(os.devnull, "w") as null:
        process = subprocess.Popen(command, stdout=null, stderr=null, stdin=stdin)
        _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return usage.ru_utime, time.monotonic() - begin, usage.ru_maxrss


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def stages(path, title):
    """A table of the stages, and of the whole, on the articles at a path."""
    row(title, "MB/s", "documents/s")
    row("---", "---", "---")
    table = subprocess.run([program, "measure", path], capture_output=True, text=True, check=True).stdout
    for line in table.splitlines():
        stage, speed, documents = line.split("\t")
        row(stage, speed.split()[0], documents.split()[0])


def jobs(path, size):
    """One job and two in turns: the ratio of wall time is the gain, if nothing else runs."""
    walls, users = {1: [], 2: []}, {1: [], 2: []}
    for _ in range(5):
        for count in (1, 2):
            used, wall, _ = run(program, "annotate", path, "--quiet", "--jobs", str(count))
            walls[count].append(wall)
            users[count].append(used)
    print(
        f"annotate, {size / 1e6:.1f} MB of text, 1 job: {size / 1e6 / min(users[1]):.2f} MB/s of user time; 2 jobs:"
        f" {min(walls[1]) / min(walls[2]):.2f} times as fast (best of 5 in turns), with"
        f" {min(users[2]) / min(users[1]):.2f} times the user time"
    )


def long_articles(path, count):
    """Articles of full length, 3 to 5 kB; returns the bytes of text."""
    with open(path, "w", encoding="utf-8") as file:
        maker = os.path.join(root, "Benchmarks", "Pipeline", "articles.py")
        subprocess.run([sys.executable, maker, str(count)], stdout=file, check=True)
    with open(path, encoding="utf-8") as file:
        return sum(len(json.loads(line)["text"].encode()) for line in file)


small, full = work + "/small.jsonl", work + "/full.jsonl"
size, full_size = corpus(small, 1000), long_articles(full, 1000)
stages(small, f"articles of {size / 1e6:.1f} kB")

# The same floor in Python: words by a regular expression, each looked up in a set of the gazetteer's names.
names = set()
for folder, _, files in os.walk(root + "/gazetteer"):
    for name in files:
        if name.endswith(".tsv"):
            with open(f"{folder}/{name}", encoding="utf-8") as file:
                names.update(line.split("\t")[1].lower() for line in file if line.count("\t") > 1)
texts = [json.loads(line)["text"] for line in open(small, encoding="utf-8")]
begin = resource.getrusage(resource.RUSAGE_SELF).ru_utime
known = sum(1 for text in texts for word in re.findall(r"\w+", text) if word.lower() in names)
spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - begin
row("peer: the floor in Python (re.findall, set)", round(size / 1e6 / spent, 2), round(1000 / spent))
begin = time.monotonic()
user = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
subprocess.run(f"tr -cs '[:alpha:]' '\\n' <{small} | sort | uniq -c >/dev/null", shell=True, check=True)
spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - user
row("peer: tr, sort, uniq (words only)", round(size / 1e6 / spent, 2), round(1000 / spent))

print()
stages(full, f"articles of {full_size / 1e6:.1f} kB")
print()
jobs(small, size)
jobs(full, full_size)

# Many of full length, as annotations and as a map of these.
large, records = work + "/large.jsonl", work + "/records.jsonl"
long_articles(large, articles)
total = os.path.getsize(large)
used, wall, peak = run(program, "annotate", large, "--quiet", "--jobs", "2", "-o", records)
print(f"{articles} articles ({total / 1e6:.0f} MB): annotate {used:.0f} s of user time, at most {peak / 1024:.0f} MB of memory")
used, wall, peak = run(program, "map", records, "--quiet", "--jobs", "2", "-o", work + "/map", "--format", "geojson,gpkg")
print(f"{articles} articles: map of the records as GeoJSON and GeoPackage {used:.0f} s of user time, at most {peak / 1024:.0f} MB of memory")

one = work + "/one.txt"
with open(one, "w", encoding="utf-8") as file:
    file.write("Izium was shelled on Friday.\n")
times = [run(program, "annotate", one, "--jobs", "1")[1] * 1000 for _ in range(40)]
users_one = [run(program, "annotate", one, "--jobs", "1")[0] * 1000 for _ in range(10)]
print(f"start-up, one short article: median {statistics.median(times):.1f} ms, least {min(times):.1f} ms")
if shutil.which("valgrind"):
    tiny = work + "/tiny.jsonl"
    size = corpus(tiny, 40)
    counts = []
    for path in (one, tiny):
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={work}/callgrind", program, "annotate", path, "--jobs", "1"],
            capture_output=True, text=True)
        counts.append(int(re.search(r"Collected : (\d+)", done.stderr).group(1)))
    print(f"callgrind: {counts[0] / 1e6:.1f} million instructions to start, {(counts[1] - counts[0]) / size:.0f} a byte of text")
