#!/usr/bin/env python3
"""Rebuilds basemap.json: land, borders, first-level divisions and country labels, small enough to be inlined.

    apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb x
    python3 rebuild.py x/usr/share/qgis/resources/data/world_map.gpkg basemap.json

Source: Natural Earth 1:10m cultural vectors (public domain, naturalearthdata.com) as QGIS 3.22 packages them.
Borders follow the United Nations: changes to Natural Earth are the tables below. Needs Python 3.8, no packages.

Format: integers, degrees times `scale`. A line is `[x, y, dx, dy, dx, dy, ...]`. `land` holds closed rings (fill them
by the even-odd rule; a step along x = -180 or 180 is no coast); `borders`, `disputed` and `divisions` hold lines;
`labels` holds `[name, longitude, latitude, rank]` in degrees, rank 0 for the largest countries.
"""
import heapq
import json
import math
import sqlite3
import struct
import sys

SCALE = 200
# Visvalingam's threshold in square degrees on the ground, and the smallest island kept.
COAST, BORDER, DIVISION, ISLAND = 0.0022, 0.0010, 0.010, 0.010

# What Natural Earth draws apart, and the state it belongs to (General Assembly resolutions 68/262 on Crimea, 541 of the
# Security Council on Cyprus, and the list of member states).
BELONGS = {
    'Somaliland': 'Somalia', 'Northern Cyprus': 'Cyprus', 'Dhekelia Sovereign Base Area': 'Cyprus',
    'Akrotiri Sovereign Base Area': 'Cyprus', 'Baykonur Cosmodrome': 'Kazakhstan',
    'US Naval Base Guantanamo Bay': 'Cuba', 'Hong Kong S.A.R.': 'China', 'Macau S.A.R': 'China', 'Aland': 'Finland',
}
CRIMEA = {'Crimea', 'Sevastopol'}
# Lines that the United Nations' maps draw dashed.
DASHED = [
    {'Kosovo', 'Republic of Serbia'}, {'Western Sahara', 'Morocco'}, {'Israel', 'West Bank'}, {'Israel', 'Gaza Strip'},
    {'Jordan', 'West Bank'}, {'Israel', 'Syria'}, {'Sudan', 'S. Sudan'},
]
DASHED_DIVISIONS = {'Jammu and Kashmir', 'Azad Kashmir', 'Northern Areas', 'Gilgit-Baltistan', 'Siachen Glacier',
                    'Arunachal Pradesh'}
NAMES = {
    'Macedonia': 'North Macedonia', 'eSwatini': 'Eswatini', 'Dem. Rep. Congo': 'DR Congo', 'S. Sudan': 'South Sudan',
    'Bosnia and Herz.': 'Bosnia and Herzegovina', 'Central African Rep.': 'Central African Republic',
    'Dominican Rep.': 'Dominican Republic', 'Eq. Guinea': 'Equatorial Guinea', 'W. Sahara': 'Western Sahara',
    'Solomon Is.': 'Solomon Islands', 'United States of America': 'United States', 'Falkland Is.': 'Falkland Islands',
    'Turkey': 'Türkiye', 'Fr. S. Antarctic Lands': None, 'Hong Kong': None, 'Macao': None, 'Taiwan': None,
    'Kosovo': None, 'Heard I. and McDonald Is.': None, 'S. Geo. and the Is.': None,
}


def geometry(blob):
    """The polygons of a GeoPackage geometry: lists of rings of (x, y)."""
    at = 8 + [0, 32, 48, 48, 64][(blob[3] >> 1) & 7]

    def read(at):
        order = '<' if blob[at] else '>'
        kind, count = struct.unpack_from(order + 'II', blob, at + 1)
        at += 9
        if kind == 6 or kind == 5:
            parts = []
            for _ in range(count):
                more, at = read(at)
                parts += more
            return parts, at
        rings = []
        for _ in range(count if kind == 3 else 1):
            if kind == 3:
                length, = struct.unpack_from(order + 'I', blob, at)
                at += 4
            else:
                length = count
            values = struct.unpack_from(f'{order}{2 * length}d', blob, at)
            at += 16 * length
            rings.append(list(zip(values[::2], values[1::2])))
        return [rings], at

    return read(at)[0]


def area(ring):
    """Square degrees, with a degree of longitude shrunk to its width on the ground."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
    return abs(twice) / 2 * math.cos(math.radians(sum(p[1] for p in ring) / len(ring)))


def simplified(line, threshold):
    """Visvalingam and Whyatt (1993): drops the point of the smallest triangle until all exceed the threshold."""
    count = len(line)
    if count < 3:
        return line
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    alive = [True] * count

    def triangle(i):
        (ax, ay), (bx, by), (cx, cy) = line[before[i]], line[i], line[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * math.cos(math.radians(by))

    heap = [(triangle(i), i) for i in range(1, count - 1)]
    size = {i: a for a, i in heap}
    heapq.heapify(heap)
    while heap:
        a, i = heapq.heappop(heap)
        if not alive[i] or a != size[i]:
            continue
        if a > threshold:
            break
        alive[i] = False
        p, n = before[i], after[i]
        after[p], before[n] = n, p
        for j in (p, n):
            if 0 < j < count - 1:
                size[j] = max(a, triangle(j))
                heapq.heappush(heap, (size[j], j))
    return [p for p, keep in zip(line, alive) if keep]


def chains(edges, stops):
    """Joins edges to lines that end at the points of `stops`, or close."""
    beside = {}
    for a, b in sorted(edges):
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    left = set(edges)
    lines = []

    def walk(start, to):
        line = [start]
        while True:
            left.discard((min(line[-1], to), max(line[-1], to)))
            line.append(to)
            if to in stops or to == start:
                return line
            onward = [q for q in beside[to] if (min(to, q), max(to, q)) in left]
            if len(beside[to]) != 2 or not onward:
                return line
            to = onward[0]

    ends = sorted(p for p in beside if p in stops or len(beside[p]) != 2)
    for start in ends + sorted(beside):
        for to in beside[start]:
            if (min(start, to), max(start, to)) in left:
                lines.append(walk(start, to))
    return lines


def joined(lines):
    """Joins lines end to end, to closed rings where they close."""
    at = {}
    for i, line in enumerate(lines):
        at.setdefault(line[0], []).append(i)
        at.setdefault(line[-1], []).append(i)
    used, out = set(), []
    for i, line in enumerate(lines):
        if i in used:
            continue
        used.add(i)
        ring = list(line)
        while ring[-1] != ring[0]:
            following = next((j for j in at[ring[-1]] if j not in used), None)
            if following is None:
                break
            used.add(following)
            more = lines[following]
            ring += (more if more[0] == ring[-1] else more[::-1])[1:]
        out.append(ring)
    return out


def encoded(line, closed=False):
    points = []
    for x, y in line:
        p = (round(x * SCALE), round(y * SCALE))
        if not points or points[-1] != p:
            points.append(p)
    if len(points) < (4 if closed else 2):
        return None
    out = list(points[0])
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        out += [bx - ax, by - ay]
    return out


def label_point(polygon):
    """A point well inside: the middle of the widest span among 40 parallels."""
    ring = polygon[0]
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    middle = (south + north) / 2
    best = None
    for step in range(1, 40):
        y = south + (north - south) * step / 40
        cuts = sorted(a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
                      for r in polygon for a, b in zip(r, r[1:]) if (a[1] > y) != (b[1] > y))
        for a, b in zip(cuts[::2], cuts[1::2]):
            score = (b - a) * (1 - 0.6 * abs(y - middle) / (north - south))
            if best is None or score > best[0]:
                best = (score, (a + b) / 2, y)
    return best[1:]


def main(source, target):
    db = sqlite3.connect(source)
    owner = {}      # edge -> [(state, division, index)]
    divisions, spread = {}, {}
    for index, (name, admin, blob) in enumerate(
            db.execute('SELECT name, admin, geom FROM states_provinces ORDER BY fid')):
        state = 'Ukraine' if name in CRIMEA and admin == 'Russia' else BELONGS.get(admin, admin)
        for polygon in geometry(blob):
            spread[state] = spread.get(state, 0) + area(polygon[0])
            for ring in polygon:
                for a, b in zip(ring, ring[1:]):
                    if a != b:
                        owner.setdefault((min(a, b), max(a, b)), []).append((state, name, index))
        divisions[state] = divisions.get(state, 0) + 1
    # Divisions smaller than 2,500 square kilometres on average are municipalities: too many to draw.
    fine = {state for state in spread if spread[state] / divisions[state] < 2500 / 12_321}
    claimed = set()
    for name, blob in db.execute('SELECT name, geom FROM disputed_borders ORDER BY fid'):
        if name == 'Ukrainian claim':
            continue
        for part in geometry(blob):
            for line in part:
                claimed |= {(min(a, b), max(a, b)) for a, b in zip(line, line[1:]) if a != b}

    kinds = {'coast': set(), 'borders': set(), 'disputed': set(), 'divisions': set()}
    degree = {}
    for edge, sides in owner.items():
        states = {s for s, _, _ in sides}
        if len(sides) == 1:
            kind = 'coast'
        elif len(states) > 1:
            dashed = states in DASHED or edge in claimed or any(d in DASHED_DIVISIONS for _, d, _ in sides)
            kind = 'disputed' if dashed else 'borders'
        elif len({i for _, _, i in sides}) > 1 and not states & fine:
            kind = 'divisions'
        else:
            continue
        kinds[kind].add(edge)
        for p in edge:
            degree.setdefault(p, {}).setdefault(kind, 0)
            degree[p][kind] += 1
    stops = {p for p, by in degree.items() if len(by) > 1 or any(n != 2 for n in by.values())}

    coast = [simplified(line, COAST) for line in chains(kinds['coast'], stops)]
    land = [r for r in joined(coast) if area(r) >= ISLAND]
    out = {
        'source': 'Natural Earth 1:10m, public domain; borders follow the United Nations',
        'scale': SCALE,
        'land': [e for e in (encoded(r, True) for r in land) if e],
    }
    for kind, threshold in (('borders', BORDER), ('disputed', BORDER), ('divisions', DIVISION)):
        # Junctions stay where they are, so lines still meet; joined end to end they need fewer starting points.
        lines = (encoded(line) for line in joined([simplified(c, threshold) for c in chains(kinds[kind], stops)]))
        out[kind] = sorted(line for line in lines if line)
    out['land'].sort(key=len, reverse=True)

    labels = []
    for name, blob in db.execute('SELECT NAME, geom FROM countries ORDER BY NAME'):
        name = NAMES.get(name, name)
        if not name:
            continue
        polygon = max(geometry(blob), key=lambda p: area(p[0]))
        size = area(polygon[0])
        rank = sum(size < limit for limit in (200, 40, 12, 3, 0.5))
        x, y = label_point(polygon)
        labels.append([name, round(x, 2), round(y, 2), rank])
    out['labels'] = sorted(labels, key=lambda l: (l[3], l[0]))

    parts = []
    for key, value in out.items():
        if isinstance(value, list):
            rows = ',\n'.join(json.dumps(v, separators=(',', ':'), ensure_ascii=False) for v in value)
            parts.append(f'{json.dumps(key)}:[\n{rows}\n]')
        else:
            parts.append(f'{json.dumps(key)}:{json.dumps(value)}')
    text = '{' + ',\n'.join(parts) + '}\n'
    with open(target, 'w', encoding='utf-8') as file:
        file.write(text)
    print({k: (len(v), sum(map(len, v)) // 2) for k, v in out.items() if isinstance(v, list)}, len(text.encode()))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
