#!/usr/bin/env python3
"""Rebuilds the gazetteer's tables from GeoNames, Natural Earth and the supplement."""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from builder import checks, divisions, names, places, reference, regions, second_level
from builder.tables import Name, Place, write_names, write_places

HERE = Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--geonames", type=Path, required=True, help="GeoNames reference files")
    parser.add_argument("--natural-earth", type=Path, required=True, help="Natural Earth names")
    parser.add_argument("--output", type=Path, default=HERE, help="where the tables go")
    arguments = parser.parse_args()
    try:
        rebuild(arguments.geonames, arguments.natural_earth, arguments.output)
    except (checks.CheckError, ValueError, OSError) as error:
        print(f"rebuild: {error}", file=sys.stderr)
        return 1
    return 0


def rebuild(geonames: Path, natural_earth: Path, output: Path) -> None:
    supplement = HERE / "supplement"
    towns = places.populated_places(supplement)
    countries = divisions.country_places(geonames, supplement, towns)
    checks.check_countries(towns, countries)
    first_level = divisions.division_places(geonames, supplement, towns, countries)
    wide = regions.region_places(natural_earth, supplement)
    members = second_level.members_of(towns)
    second_level.count_inhabitants(wide, members)
    shorts = [short for short, _ in first_level.short]
    second = second_level.second_level_places(
        supplement, towns, members, [*countries, *first_level.places, *wide], shorts
    )
    references = names.References(towns, first_level.places, countries, [*wide, *second])

    missing = places.mark_capitals(towns, reference.countries(geonames), supplement)
    checks.fail_unless(not missing, f"no capital found for {missing}")
    places.mark_seats(
        towns,
        {code: first_level.names(code) for code in first_level.by_code},
        names.seats(supplement / "seats.tsv", references),
    )

    tables = names.written_names(supplement / "names", references)
    written = {(name.name, name.place_id) for table in tables.values() for name in table}
    tables["short"] = tables.get("short", []) + [
        Name(short, place_id, "short", "derived")
        for short, place_id in first_level.short
        if (short, place_id) not in written
    ]

    every_place = [*towns, *countries, *first_level.places, *second, *wide]
    every_name = [name for table in tables.values() for name in table]
    checks.check_places(every_place, reference.feature_codes(geonames))
    checks.check_names(every_name, every_place)
    expected = names.expectations(supplement / "expectations.tsv", references)
    checks.check_expectations(expected, every_place, every_name)

    by_country: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_country[town.country_code].append(town)
    for code, of_country in by_country.items():
        write_places(output / "places" / f"{code}.tsv", of_country)
    write_places(output / "countries.tsv", countries)
    write_places(output / "divisions.tsv", first_level.places)
    write_places(output / "second_level.tsv", second)
    write_places(output / "regions.tsv", wide)
    for stem, table in tables.items():
        write_names(output / "names" / f"{stem}.tsv", table)
    checks.check_size(output, 14_000_000, 25_000_000)


if __name__ == "__main__":
    sys.exit(main())
