"""The shape of the tables, and how they are read and written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

PLACE_COLUMNS = (
    "id", "name", "latitude", "longitude", "feature_code", "country_code", "admin1_code",
    "population", "alternates",
)
NAME_COLUMNS = ("name", "place_id", "kind", "source")


@dataclass
class Place:
    id: str
    name: str
    latitude: float
    longitude: float
    feature_code: str
    country_code: str = ""
    admin1_code: str = ""
    population: int = 0
    alternates: list[str] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, int, str]:
        scheme, _, local = self.id.partition(":")
        return (0, int(local), "") if scheme == "geonames" else (1, 0, local)

    @property
    def division(self) -> str:
        return f"{self.country_code}.{self.admin1_code}"

    def row(self) -> tuple[str, ...]:
        return (
            self.id, self.name, degrees(self.latitude), degrees(self.longitude),
            self.feature_code, self.country_code, self.admin1_code, str(self.population),
            "|".join(self.alternates),
        )


@dataclass(frozen=True, order=True)
class Name:
    name: str
    place_id: str
    kind: str
    source: str


def degrees(value: float) -> str:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def write_table(path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Writes tab-separated lines; a field that would break the format is an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in (tuple(columns), *rows):
            line = "\t".join(row)
            if line.count("\t") != len(tuple(row)) - 1 or "\n" in line or "\r" in line:
                raise ValueError(f"{path.name}: a field holds a tab or a line end: {row!r}")
            file.write(line + "\n")


def write_places(path: Path, places: Iterable[Place]) -> None:
    ordered = sorted(places, key=lambda place: place.order)
    write_table(path, PLACE_COLUMNS, (place.row() for place in ordered))


def write_names(path: Path, names: Iterable[Name]) -> None:
    rows = ((n.name, n.place_id, n.kind, n.source) for n in sorted(set(names)))
    write_table(path, NAME_COLUMNS, rows)


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with a header; lines that begin with # are remarks."""
    with path.open(encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and line[0] != "#"]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        fields = line.split("\t")
        if len(fields) > len(columns):
            raise ValueError(f"{path.name}: too many fields: {line!r}")
        fields += [""] * (len(columns) - len(fields))
        yield dict(zip(columns, fields, strict=True))


def split_names(text: str) -> list[str]:
    return [name.strip() for name in text.split("|") if name.strip()]
