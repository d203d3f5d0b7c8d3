"""Second-level divisions: the counties of the United States, and what other countries' news calls by name."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from . import reference
from .divisions import distinct, mean
from .fold import fold, without_marks
from .regions import slug
from .tables import Place, read_table, split_names


@dataclass
class Members:
    """What is known of a division by its places."""

    rows: list[reference.DividedPlace] = field(default_factory=list)
    towns: dict[str, Place] = field(default_factory=dict)

    @property
    def population(self) -> int:
        return sum(town.population for town in self.towns.values())

    def middle(self) -> tuple[float, float]:
        points = sorted({(row.latitude, row.longitude) for row in self.rows})
        return mean([Place(str(n), "", *point, "PPL") for n, point in enumerate(points)])

    def admin1(self) -> str:
        counts = Counter(town.admin1_code for town in self.towns.values())
        return max(sorted(counts), key=lambda code: counts[code], default="")


def second_level_places(
    supplement: Path, towns: list[Place], members: dict[tuple[str, str, str], Members],
    others: Iterable[Place], named: Iterable[str],
) -> list[Place]:
    """The divisions; `others` and the names `named` are there already, and are not called so a second time."""
    countries = list(others)
    seated = list(_seated(supplement / "seated_divisions.tsv", towns))
    taken = {
        key
        for place in (*towns, *countries)
        for name in (place.name, *place.alternates)
        for key in fold(name)
    }
    taken |= {key for name in named for key in fold(name)}
    return [
        *_counties(supplement / "us_counties.tsv", members),
        *seated,
        *_others(supplement / "second_level.tsv", members, towns, countries, taken),
    ]


def count_inhabitants(
    written: Iterable[Place], members: dict[tuple[str, str, str], Members]
) -> None:
    """Gives divisions written by hand (Kent, Devon) the inhabitants of the places that the source puts there."""
    inhabitants: dict[tuple[str, str, str], int] = defaultdict(int)
    for (country, _, second), group in members.items():
        inhabitants[country, group.admin1(), _plain(second)] += group.population
    for place in written:
        if place.feature_code == "ADM2" and not place.population:
            key = (place.country_code, place.admin1_code, _plain(place.name))
            place.population = inhabitants.get(key, 0)


def members_of(towns: list[Place]) -> dict[tuple[str, str, str], Members]:
    """The places of second divisions, by country, first and second division as the source calls them."""
    grid: dict[tuple[str, int, int], list[Place]] = defaultdict(list)
    for town in towns:
        grid[town.country_code, round(town.latitude * 20), round(town.longitude * 20)].append(town)
    members: dict[tuple[str, str, str], Members] = defaultdict(Members)
    for row in reference.divided_places():
        if not row.second:
            continue
        group = members[row.country_code, row.first, row.second]
        group.rows.append(row)
        town = _town(row, grid)
        if town is not None:
            group.towns[town.id] = town
    return members


def _town(
    row: reference.DividedPlace, grid: dict[tuple[str, int, int], list[Place]]
) -> Place | None:
    """The town of the same name within some five kilometres."""
    keys = set(fold(row.name))
    y, x = round(row.latitude * 20), round(row.longitude * 20)
    near = [
        town
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
        for town in grid.get((row.country_code, y + dy, x + dx), ())
        if keys & set(fold(town.name))
    ]
    return min(
        near,
        key=lambda t: (abs(t.latitude - row.latitude) + abs(t.longitude - row.longitude), t.id),
        default=None,
    )


def _plain(name: str) -> str:
    plain = without_marks(name.casefold())
    plain = re.sub(r"^ste?\b\.?", lambda m: "saint" if len(m[0].rstrip(".")) == 2 else "sainte", plain)
    return re.sub("[^a-z0-9]+", "", plain)


def _counties(table: Path, members: dict[tuple[str, str, str], Members]) -> list[Place]:
    given = {row["fips"]: row for row in read_table(table)}
    known = {
        (first, _plain(second)): group
        for (country, first, second), group in members.items()
        if country == "US"
    }
    places = []
    for county in reference.us_counties():
        # A city that is no part of a county is there as a town.
        if county.name.endswith(" city") or county.state not in reference.us_states():
            continue
        row = given.pop(county.fips, {})
        state = reference.us_states()[county.state]
        group = known.get((state, _plain(row.get("known_as") or county.name)))
        if row.get("latitude"):
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        elif group is not None:
            latitude, longitude = group.middle()
        elif county.state == "DC":
            continue
        else:
            raise ValueError(f"{table.name}: no position for {county}")
        alternates = split_names(row.get("alternates", ""))
        for short, full in (("St. ", "Saint "), ("Ste. ", "Sainte ")):
            if county.name.startswith(short):
                alternates.append(full + county.name.removeprefix(short))
        places.append(
            Place(
                f"dateline:us-county-{county.fips}", county.name, latitude, longitude, "ADM2", "US",
                county.state, group.population if group else 0, distinct(alternates, county.name),
            )
        )
    if given:
        raise ValueError(f"{table.name}: no such counties: {sorted(given)}")
    return places


def _others(
    table: Path, members: dict[tuple[str, str, str], Members], towns: list[Place],
    others: list[Place], taken: Container[str],
) -> list[Place]:
    rules = {row["country"]: row for row in read_table(table)}
    local: dict[str, set[str]] = defaultdict(set)
    for place in (*towns, *others):
        for name in (place.name, *place.alternates):
            local[place.country_code].update(fold(name))
    found: dict[tuple[str, str, str], Members] = defaultdict(Members)
    sources: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for (country, _, second), group in sorted(members.items()):
        rule = rules.get(country)
        if rule is None or not group.admin1() or _is_skipped(second, rule):
            continue
        key = (country, group.admin1(), base_name(second, rule))
        found[key].rows += group.rows
        found[key].towns |= group.towns
        sources[key].add(second)
    bases = Counter((country, base) for country, _, base in found)
    places = []
    for (country, admin1, base), group in found.items():
        rule = rules[country]
        name = f"{base} {rule['kind']}".rstrip()
        if set(fold(name)) & local[country]:
            continue
        alternates = [source for source in sources[country, admin1, base] if source != base]
        if rule["kind"] == "Province" or country == "FR":
            alternates.append(f"{rule['kind']} of {base}")
        if rule["bare"] and len(base) > 4 and not any(key in taken for key in fold(base)):
            alternates.append(base)
        kind = slug(rule["kind"]) or "division"
        where = f"-{slug(admin1)}" if bases[country, base] > 1 else ""
        latitude, longitude = group.middle()
        places.append(
            Place(
                f"dateline:{country.lower()}-{kind}-{slug(base)}{where}", name, latitude, longitude,
                "ADM2", country, admin1, group.population, distinct(alternates, name),
            )
        )
    return places


def _seated(table: Path, towns: list[Place]) -> Iterable[Place]:
    by_key: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for town in towns:
        for key in {key for name in (town.name, *town.alternates) for key in fold(name)}:
            by_key[town.division, key].append(town)
    for row in read_table(table):
        found = [town for key in fold(row["seat"]) for town in by_key[row["division"], key]]
        if not found:
            raise ValueError(f"{table.name}: no such town: {row}")
        seat = max(found, key=lambda town: (town.population, town.id))
        country, _, admin1 = row["division"].partition(".")
        yield Place(
            f"dateline:{country.lower()}-{slug(row['kind'])}-{slug(row['seat'])}",
            f"{row['seat']} {row['kind']}", seat.latitude, seat.longitude, "ADM2", country, admin1,
            0, split_names(row["alternates"]),
        )


def _is_skipped(name: str, rule: dict[str, str]) -> bool:
    return any(
        name == word or name.startswith(word + " ") or name.endswith(" " + word)
        for word in split_names(rule["skip"])
    )


def base_name(name: str, rule: dict[str, str]) -> str:
    """The name without the words for its kind."""
    base = name
    for prefix in sorted(split_names(rule["prefixes"]), key=len, reverse=True):
        rest = base.removeprefix(prefix)
        if rest != base and (prefix.endswith("'") or rest.startswith(" ")):
            base = rest.strip()
            break
    for suffix in sorted(split_names(rule["suffixes"]), key=len, reverse=True):
        if base.endswith(" " + suffix):
            return base.removesuffix(" " + suffix).strip()
    return base
