"""The tables of names, and the ways in which the supplement points at a place."""

from collections import defaultdict
from pathlib import Path

from .tables import Name, Place, read_table, split_names


class References:
    """Finds a place by `geonames:1`, `dateline:donbas`, `UA`, `UA.07`, `UA/Lviv` or `UA.15/Lviv`.

    A town is the largest of its primary name in the country or the division.
    """

    def __init__(self, towns: list[Place], divisions: list[Place], countries: list[Place],
                 regions: list[Place]) -> None:
        self._by_id = {p.id: p for group in (towns, divisions, countries, regions) for p in group}
        self._country = {place.country_code: place for place in countries}
        self._division = {place.division: place for place in divisions}
        self._town: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for town in towns:
            self._town[town.country_code, town.name].append(town)
            self._town[town.division, town.name].append(town)

    def place(self, reference: str) -> Place:
        where, slash, name = reference.partition("/")
        if slash:
            found = max(
                self._town.get((where, name), []),
                key=lambda place: (place.population, place.id),
                default=None,
            )
        else:
            found = (
                self._by_id.get(where) or self._division.get(where) or self._country.get(where)
            )
        if found is None:
            raise ValueError(f"no place is meant by {reference!r}")
        return found


def written_names(folder: Path, references: References) -> dict[str, list[Name]]:
    """The names of the supplement, by the table they go to."""
    tables: dict[str, list[Name]] = {}
    for path in sorted(folder.glob("*.tsv")):
        names = []
        for row in read_table(path):
            try:
                place = references.place(row["place"])
            except ValueError as error:
                raise ValueError(f"{path.name}: {error}") from None
            names += [
                Name(name, place.id, row["kind"] or path.stem.removesuffix("s"), row["source"])
                for name in split_names(row["names"])
            ]
        tables[path.stem] = names
    return tables


def seats(table: Path, references: References) -> dict[str, Place]:
    return {
        row["division"]: references.place(f"{row['division']}/{row['seat']}")
        for row in read_table(table)
    }


def expectations(table: Path, references: References) -> list[tuple[str, str]]:
    """Names, each with the id of the place that it must find."""
    return [
        (name, references.place(row["place"]).id)
        for row in read_table(table)
        for name in split_names(row["names"])
    ]
