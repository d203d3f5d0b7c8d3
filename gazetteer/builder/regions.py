"""Continents, waters, mountains, islands and the regions that no register of divisions has."""

import re
from collections import defaultdict
from pathlib import Path

from . import reference
from .fold import without_marks
from .tables import Place, read_table, split_names


def region_places(natural_earth: Path, supplement: Path) -> list[Place]:
    return [
        *_continents(),
        *_natural(natural_earth, supplement / "natural.tsv"),
        *_written(supplement / "regions.tsv"),
        *_written(supplement / "villages.tsv"),
    ]


def slug(name: str) -> str:
    plain = without_marks(name.casefold()).replace("ø", "o").replace("'", "").replace("’", "")
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _continents() -> list[Place]:
    return [
        Place(
            f"geonames:{row['geonameId']}", row["asciiName"], float(row["lat"]), float(row["lng"]),
            "CONT", population=int(row["population"]),
        )
        for row in reference.continents()
    ]


def _natural(path: Path, table: Path) -> list[Place]:
    """The rows of Natural Earth that the table names, with the names it gives them.

    Where Natural Earth has a name more than once, `#2` after it means the second row.
    """
    rows: dict[tuple[str, str], list[reference.NaturalFeature]] = defaultdict(list)
    for feature in reference.natural_features(path):
        rows[feature.feature_class, feature.name].append(feature)
    places = []
    for row in read_table(table):
        source, _, nth = row["natural_earth_name"].partition("#")
        found = rows.get((row["natural_earth_class"], source), [])
        if len(found) < int(nth or 1):
            raise ValueError(f"{table.name}: not in Natural Earth: {row}")
        feature = found[int(nth or 1) - 1]
        places.append(
            Place(
                f"dateline:{row['slug'] or slug(row['name'])}", row["name"], feature.latitude,
                feature.longitude, row["feature_code"], row["country_code"],
                alternates=split_names(row["alternates"]),
            )
        )
    return places


def _written(table: Path) -> list[Place]:
    return [
        Place(
            f"dateline:{row['slug'] or slug(row['name'])}", row["name"], float(row["latitude"]),
            float(row["longitude"]), row["feature_code"], row["country_code"], row["admin1_code"],
            alternates=split_names(row["alternates"]),
        )
        for row in read_table(table)
    ]
