"""What must hold before a table is written."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .fold import fold
from .tables import Name, Place


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


def check_expectations(
    expected: list[tuple[str, str]], places: list[Place], names: list[Name]
) -> None:
    """That names find their place, each by its exact spelling or by the folding key."""
    found: dict[str, set[str]] = {}
    for place in places:
        for spelling in (place.name, *place.alternates):
            for key in fold(spelling):
                found.setdefault(key, set()).add(place.id)
    for name in names:
        for key in fold(name.name):
            found.setdefault(key, set()).add(name.place_id)
    failed = [
        f"{name} ({place_id})"
        for name, place_id in expected
        if not any(place_id in found.get(key, ()) for key in fold(name))
    ]
    fail_unless(not failed, f"names that do not find their place: {', '.join(failed)}")


def check_size(folder: Path, least: int, most: int) -> None:
    size = sum(path.stat().st_size for path in folder.rglob("*.tsv"))
    fail_unless(least <= size <= most, f"the tables take {size:,} bytes")


def fail_unless(condition: bool, message: str) -> None:
    if not condition:
        raise CheckError(message)
