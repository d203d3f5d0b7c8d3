"""What must hold before a table is written."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .fold import fold
from .tables import Name, Place, read_table


class CheckError(Exception):
    """The tables are not what they have to be."""


def check_places(places: Iterable[Place], feature_codes: frozenset[str]) -> None:
    seen: Counter[str] = Counter()
    for place in places:
        seen[place.id] += 1
        fail_unless(bool(place.name.strip()), f"{place.id} has no name")
        fail_unless(-90 <= place.latitude <= 90, f"{place.id}: latitude {place.latitude}")
        fail_unless(-180 <= place.longitude <= 180, f"{place.id}: longitude {place.longitude}")
        fail_unless(
            place.feature_code in feature_codes, f"{place.id}: feature code {place.feature_code}"
        )
        fail_unless("|" not in place.name, f"{place.id}: a bar in {place.name!r}")
        fail_unless("" not in place.alternates, f"{place.id}: an empty alternate")
    twice = sorted(place_id for place_id, count in seen.items() if count > 1)
    fail_unless(not twice, f"ids given more than once: {twice}")


def check_countries(towns: Iterable[Place], countries: Iterable[Place]) -> None:
    missing = {town.country_code for town in towns} - {place.country_code for place in countries}
    fail_unless(not missing, f"no row for the countries {sorted(missing)}")


def check_names(names: Iterable[Name], places: Iterable[Place]) -> None:
    ids = {place.id for place in places}
    for name in names:
        fail_unless(name.place_id in ids, f"{name.name!r} names {name.place_id}, which is missing")
        fail_unless(bool(name.name and name.kind and name.source), f"incomplete: {name}")


def check_expectations(table: Path, places: list[Place], names: list[Name]) -> None:
    """Names that must find a place, each by its exact spelling or by the folding key."""
    found: dict[str, set[str]] = {}
    for place in places:
        for spelling in (place.name, *place.alternates):
            for key in fold(spelling):
                found.setdefault(key, set()).add(place.id)
    for name in names:
        for key in fold(name.name):
            found.setdefault(key, set()).add(name.place_id)
    for row in read_table(table):
        hits = {place_id for key in fold(row["name"]) for place_id in found.get(key, ())}
        fail_unless(row["place_id"] in hits, f"{row['name']} does not find {row['place_id']}")


def check_size(folder: Path, least: int, most: int) -> None:
    size = sum(path.stat().st_size for path in folder.rglob("*.tsv"))
    fail_unless(least <= size <= most, f"the tables take {size:,} bytes")


def fail_unless(condition: bool, message: str) -> None:
    if not condition:
        raise CheckError(message)
