"""Accuracy and speed of dateline and of two peers on corpora of JSON Lines.

All are scored in the definitions of `dateline evaluate toponyms`: exact spans, demonyms left out on both
sides, end to end over all gold toponyms with coordinates. Times are user CPU seconds of one core; loading is apart.
"""
import csv
import json
import math
import pathlib
import resource
import subprocess
import sys
import time

RADIUS = 161.0


def kilometres(a, b):
    """Great-circle distance; against 161 km the sphere is near enough."""
    (y1, x1), (y2, x2) = (map(math.radians, a), map(math.radians, b))
    h = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(h)))


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def names(gazetteer):
    """The most populous place of each name, and all demonyms."""
    places, best, demonyms = {}, {}, set()

    def offer(name, place):
        if name not in best or place[3] > best[name][3]:
            best[name] = place

    files = sorted((gazetteer / "places").glob("*.tsv"))
    for path in files + [gazetteer / name for name in ("countries.tsv", "divisions.tsv", "regions.tsv")]:
        for row in table(path):
            place = (row["id"], float(row["latitude"]), float(row["longitude"]), int(row["population"] or 0))
            places[row["id"]] = place
            for name in [row["name"]] + (row["alternates"] or "").split("|"):
                if len(name) > 1 and name[0].isupper() and name.isascii() or name == row["name"]:
                    offer(name, place)
    for path in sorted((gazetteer / "names").glob("*.tsv")):
        for row in table(path):
            if row["kind"] == "demonym":
                demonyms.add(row["name"])
            elif row["place_id"] in places:
                offer(row["name"], places[row["place_id"]])
    for name in demonyms:
        if name in best and best[name][3] < 100_000:
            del best[name]
    return best, demonyms


def score(documents, found, demonyms, types=("Demonym", "Language", "Homonym")):
    """`found`: for each document, spans with a place (id, latitude, longitude, ...) or None."""
    expected = correct = spans = linked = right = 0
    for document, toponyms in zip(documents, found):
        gold, skipped = {}, []
        for toponym in document["toponyms"]:
            span = (toponym["start"], toponym["end"])
            if toponym.get("type") in types or document["text"][span[0] : span[1]] in demonyms:
                skipped.append(span)
            else:
                gold[span] = toponym
        kept = {
            span: place
            for span, place in toponyms.items()
            if not any(span[0] < end and start < span[1] for start, end in skipped)
        }
        expected += len(gold)
        spans += len(kept)
        correct += sum(span in gold for span in kept)
        for span, toponym in gold.items():
            if toponym.get("lat") is None:
                continue
            linked += 1
            place = kept.get(span)
            if place and kilometres(place[1:3], (toponym["lat"], toponym["lon"])) <= RADIUS:
                right += 1
    precision, recall = correct / max(1, spans), correct / max(1, expected)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return precision, recall, f1, right / max(1, linked)


def cpu():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


class PhraseMatcherPeer:
    name = "spaCy blank tokenizer + PhraseMatcher, most populous"

    def __init__(self, best):
        import spacy
        from spacy.matcher import PhraseMatcher

        self.best = best
        self.nlp = spacy.blank("en")
        self.matcher = PhraseMatcher(self.nlp.vocab)
        self.matcher.add("PLACE", list(self.nlp.tokenizer.pipe(sorted(best))))

    def spans(self, text):
        from spacy.util import filter_spans

        document = self.nlp(text)
        matches = filter_spans(self.matcher(document, as_spans=True))
        return {(m.start_char, m.end_char): self.best.get(m.text) for m in matches}


class FlashGeoTextPeer:
    name = "flashgeotext 0.5.5, most populous"

    def __init__(self, best):
        from flashgeotext.geotext import GeoText

        self.best = best
        self.geotext = GeoText()

    def spans(self, text):
        found = {}
        for kind in ("cities", "countries"):
            for name, entry in self.geotext.extract(input_text=text)[kind].items():
                for start, end in entry["span_info"]:
                    found[(start, end)] = self.best.get(text[start:end]) or self.best.get(name)
        return found


def dateline(program, corpora):
    """Cross-validated accuracy by corpus, as the program's weights have seen these documents; and speed by corpus."""

    def evaluate(paths, *options):
        command = [program, "evaluate", "toponyms", *paths, *options, "--json"]
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    accuracy = [
        [corpus[name] for name in ("detection_precision", "detection_recall", "detection_f1", "end_to_end_161km")]
        for corpus in evaluate(corpora, "--folds", "5")["corpora"]
    ]
    return accuracy, [evaluate([path], "--repeat", "5")["speed"] for path in corpora]


def main():
    program, gazetteer, corpora = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    best, demonyms = names(gazetteer)
    peers = []
    for peer in (PhraseMatcherPeer, FlashGeoTextPeer):
        start = cpu()
        peers.append((peer(best), cpu() - start))
    print(time.strftime("%Y-%m-%d", time.gmtime()))
    print()
    print("| corpus | program | precision | recall | F1 | end to end, 161 km | MB/s of one core | times slower | loading |")
    print("|---|---|---|---|---|---|---|---|---|")
    accuracy, speeds = dateline(program, corpora)
    for path, shares, speed in zip(corpora, accuracy, speeds):
        with open(path, encoding="utf-8") as file:
            documents = [json.loads(line) for line in file]
        size = sum(len(document["text"].encode()) for document in documents)
        own = speed["bytes"] / speed["cpu_s"] / 1e6
        rows = [("dateline, 5-fold cross-validation", shares, own, speed["loading_s"])]
        for peer, loading in peers:
            start = cpu()
            found = [peer.spans(document["text"]) for document in documents]
            rate = size / (cpu() - start) / 1e6
            rows.append((peer.name, score(documents, found, demonyms), rate, loading))
        for name, shares, rate, loading in rows:
            shares = " | ".join(f"{100 * value:.1f}" for value in shares)
            print(
                f"| {pathlib.Path(path).stem} | {name} | {shares} | {rate:.3g} | {own / rate:.0f} | {loading * 1000:.0f} ms |",
                flush=True)


if __name__ == "__main__":
    main()
