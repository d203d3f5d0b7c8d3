"""Countries and first-level divisions."""

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from . import reference
from .fold import fold
from .tables import Place, read_table, split_names

_KINDS = (
    "Autonomous Okrug|Autonomous Oblast|Capital Region|Oblast|oblast|Krai|Region|region|Province|"
    "province|Voivodeship|Prefecture|County|county|State|Governorate|District|Department|"
    "Municipality|Division|Parish|Canton|Raion|Republic"
)
_WITH_KIND = re.compile(rf"(?P<base>.+?) (?:{_KINDS})")
_KIND_FIRST = re.compile(r"(?:Canton of|Republic of|Raionul|Province of) (?P<base>.+)")
# What is left of "Eastern Province" or "Capital Region" is no name.
_NO_NAME = frozenset(
    "northern southern eastern western central north south east west northeast northwest "
    "southeast southwest northeastern northwestern southeastern southwestern capital national "
    "metropolitan islands centre nord sud est ouest north-eastern north-western south-eastern "
    "south-western orange lake lakes lacs lac upper lower middle gulf rivers delta plateau unity "
    "federal free special autonomous administrative regional jewish somali karen mon maritime "
    "paris mexico chechen buryat chuvash midlands cascades".split()
)
# An adjective is no name either: "Kharkivska Oblast", "Silesian Voivodeship".
_ADJECTIVE = re.compile(
    r".*(?:ian|skiy|sky|ska|Balkar|Cherkess|Serb|Peoples'|"
    r" (?:Autonomous|Administrative|Special|Capital|Metropolitan|Regional|Federal|City))"
)


@dataclass
class Divisions:
    places: list[Place]
    short: list[tuple[str, str]]  # base name, place id
    by_code: dict[str, Place]

    def names(self, code: str) -> set[str]:
        place = self.by_code[code]
        short = {name for name, place_id in self.short if place_id == place.id}
        return short | {place.name}


def country_places(reference_folder: Path, supplement: Path, towns: list[Place]) -> list[Place]:
    centres = reference.barycentres(reference_folder)
    extra = {row["code"]: row for row in read_table(supplement / "countries.tsv")}
    by_country: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_country[town.country_code].append(town)
    places = []
    for country in reference.countries(reference_folder):
        row = extra.get(country.code, {})
        if row.get("latitude"):
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        else:
            latitude, longitude = centres.get(country.geoname_id) or mean(by_country[country.code])
        name = row.get("name") or country.name
        alternates = [country.name, *split_names(row.get("alternates", ""))]
        places.append(
            Place(
                f"geonames:{country.geoname_id}", name, latitude, longitude,
                row.get("feature_code") or "PCLI", country.code, "", country.population,
                distinct(alternates, name),
            )
        )
    return places


def division_places(
    reference_folder: Path, supplement: Path, towns: list[Place], countries: list[Place]
) -> Divisions:
    by_division: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_division[town.division].append(town)
    country_of = {country.country_code: country for country in countries}
    given = {row["code"]: row for row in read_table(supplement / "divisions.tsv")}
    kinds = {row["country"]: row["kind"] for row in read_table(supplement / "division_kinds.tsv")}
    result = Divisions([], [], {})
    for division in reference.divisions(reference_folder):
        row = given.pop(division.code, {})
        residents = by_division[division.code]
        name, alternates = _names(division, row, kinds.get(division.country_code, ""), residents)
        shorts = {base for full in (name, *alternates) if (base := base_name(full))}
        shorts.update(split_names(row.get("short", "")))
        shorts -= {name}
        # A division called after its town leaves the town's bare name to the table of short names.
        short_keys = {key for short in shorts for key in fold(short)}
        bare = {alternate for alternate in alternates if short_keys & set(fold(alternate))}
        shorts |= bare - {name}
        alternates = [alternate for alternate in alternates if alternate not in bare]
        if row.get("latitude"):
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        elif residents:
            latitude, longitude = mean(residents)
        else:
            country = country_of[division.country_code]
            latitude, longitude = country.latitude, country.longitude
        place = Place(
            f"geonames:{division.geoname_id}", name, latitude, longitude, "ADM1",
            division.country_code, division.admin1_code,
            sum(town.population for town in residents), distinct(alternates, name),
        )
        result.places.append(place)
        result.by_code[division.code] = place
        result.short.extend((short, place.id) for short in sorted(shorts))
    if given:
        raise ValueError(f"supplement/divisions.tsv: no such divisions: {sorted(given)}")
    return result


def _names(
    division: reference.Division, row: dict[str, str], kind: str, towns: list[Place]
) -> tuple[str, list[str]]:
    alternates = [division.name, *split_names(row.get("alternates", ""))]
    if row.get("name"):
        return row["name"], alternates
    name = division.name
    if not kind or base_name(name) or _WITH_KIND.fullmatch(name):
        return name, alternates
    full = f"Canton of {name}" if kind == "Canton" else f"{name} {kind}"
    keys = set(fold(name))
    largest = sorted(towns, key=lambda town: (-town.population, town.id))[:3]
    known = [town.name for town in towns]
    known += [alternate for town in largest for alternate in town.alternates]
    if any(keys & set(fold(town)) for town in known):
        return full, alternates
    return name, [*alternates, full]


def base_name(name: str) -> str:
    """The name without its kind, or nothing where no name would be left."""
    match = _WITH_KIND.fullmatch(name) or _KIND_FIRST.fullmatch(name)
    if not match:
        return ""
    base = match["base"]
    words = base.casefold().replace("-", " ").split()
    if all(word in _NO_NAME for word in words) or _ADJECTIVE.fullmatch(base):
        return ""
    return base


def distinct(names: list[str], primary: str) -> list[str]:
    return sorted({name for name in names if name and name != primary})


def mean(places: list[Place]) -> tuple[float, float]:
    """The middle of places on the sphere; the nearest of them where it lies outside."""
    vectors = [_vector(place) for place in places]
    x, y, z = (math.fsum(vector[axis] for vector in vectors) for axis in range(3))
    length = math.sqrt(x * x + y * y + z * z)
    middle = (x / length, y / length, z / length)
    nearest = max(
        range(len(places)),
        key=lambda index: (_dot(vectors[index], middle), places[index].id),
    )
    if _dot(vectors[nearest], middle) < math.cos(100 / 6371):
        return places[nearest].latitude, places[nearest].longitude
    latitude = math.degrees(math.asin(middle[2]))
    return round(latitude, 4), round(math.degrees(math.atan2(middle[1], middle[0])), 4)


def _vector(place: Place) -> tuple[float, float, float]:
    latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def _dot(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
