"""Writes annotation records, maps them in each format, and has ogr2ogr write the same features.

The program reads and merges the records in each run; "write" is its time less that of the same run with a filter that
leaves no event, so that writing is compared with writing. ogr2ogr reads a GeoPackage, its fastest input; the factor
compares writing with writing: its time less that of a run that reads all and selects nothing. Times are those of the
processor, user and system, the least of two runs: they hold on a machine that is busy with something else.
"""

import json
import os
import random
import subprocess
import sys

program, work, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
draw = random.Random(7)


def records(path):
    types = ["ASSAULT", "RETREAT", "MOBILIZE", "AID", "ACCUSE", "CONSULT", "PROTEST", "COERCE"]
    with open(path, "w", encoding="utf-8") as file:
        for article in range(count // 10):
            events = []
            for number in range(10):
                day = f"2022-{1 + draw.randrange(12):02}-{1 + draw.randrange(27):02}"
                after = day[:8] + f"{int(day[8:]) + 1:02}"
                passage = "Batteries east of the river shelled the town through the night, and the council said "
                passage += f"that {draw.randrange(90)} houses had lost their roofs before it was over."
                kind = draw.choice(types)
                place = {
                    "id": f"geonames:{700000 + draw.randrange(9999)}", "name": "Town " + str(draw.randrange(5000)),
                    "latitude": round(44 + draw.random() * 8, 5), "longitude": round(23 + draw.random() * 17, 5),
                    "country_code": "UA", "admin1": "Kharkiv", "feature_code": "PPL", "as_written": "the town",
                    "geo_precision": 1, "confidence": 0.9,
                }
                events.append({
                    "id": f"e{article:08x}{number:08x}", "event_type": kind, "event_mode": "artillery",
                    "modality": draw.choice(["asserted", "asserted", "asserted", "alleged"]),
                    "confidence": round(0.4 + draw.random() * 0.6, 3),
                    "trigger": {"start": number * 200, "end": number * 200 + 7, "text": "shelled"},
                    "passage": {"start": number * 200, "end": number * 200 + len(passage), "text": passage},
                    "contexts": ["military"], "actor": "batteries", "target": None, "killed": None, "wounded": None,
                    "displaced": None, "moved_from": None, "place": place,
                    "time": {"edtf": day, "start": day, "end": after, "last": day, "precision": "day"},
                })
            file.write(json.dumps({
                "id": f"article-{article}.txt", "title": "Weekly review of the front", "published": "2023-01-01",
                "publisher": "Example Post", "url": f"https://example.org/{article}", "toponyms": [], "times": [],
                "events": events,
            }) + "\n")


def run(command):
    """Seconds of processor time, and peak resident megabytes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        return None, error.decode()[-200:]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, prepare=lambda: None):
    found = []
    for _ in range(2):
        prepare()
        seconds, memory = run(command)
        if seconds is None:
            return None, memory
        found.append((seconds, memory))
    return min(found)


source = work + "/records.jsonl"
records(source)
base = work + "/source.gpkg"
run([program, "map", source, "-q", "-o", base])
nothing, resident = best([program, "map", source, "-q", "-o", work + "/none.geojson", "--bbox=-1,-1,0,0"])
reading, _ = best(["ogr2ogr", "-f", "CSV", work + "/none.csv", base, "events", "-where", "name IS NULL"],
                  lambda: os.path.exists(work + "/none.csv") and os.remove(work + "/none.csv"))
print(f"{count} events; without writing: dateline {nothing:.2f} s and {resident:.0f} MB (records read and merged)")
print("| format | size MB | dateline write s | more MB than without | ogr2ogr s | ogr2ogr peak MB | times faster |")
print("|---|---|---|---|---|---|---|")
drivers = {"geojson": "GeoJSON", "gpkg": "GPKG", "csv": "CSV", "geojsons": "GeoJSONSeq", "fgb": "FlatGeobuf", "kml": "LIBKML", "kmz": None,
           "ndjson": "GeoJSONSeq", "html": None}
for ending, driver in drivers.items():
    ours = f"{work}/ours.{ending}"
    seconds, memory = best([program, "map", source, "-q", "-o", ours, "--layers", "events"])
    size = os.path.getsize(ours) / 1e6
    theirs = f"{work}/theirs.{ending}"
    command = ["timeout", "60", "ogr2ogr", "-f", driver or "", theirs, base, "events"]
    if driver == "GeoJSONSeq":
        command += ["-lco", "RS=" + ("YES" if ending == "geojsons" else "NO")]
    if driver == "CSV":
        command += ["-lco", "GEOMETRY=AS_WKT"]
    if driver == "LIBKML":
        peer = run(command)
    elif driver:
        peer = best(command, lambda: os.path.exists(theirs) and os.remove(theirs))
    else:
        peer = (None, "")
    write = max(seconds - nothing, 0.001)
    if peer[0] is None:
        print(f"| {ending} | {size:.1f} | {write:.2f} | {memory - resident:.0f} | {'over 60' if driver else '-'} | - | - |")
    else:
        print(f"| {ending} | {size:.1f} | {write:.2f} | {memory - resident:.0f} | {peer[0]:.2f} | {peer[1]:.0f} | "
              f"{(peer[0] - reading) / write:.1f} |")
    sys.stdout.flush()
