"""Measures 'dateline distance' and its peers in turns; figures are user CPU seconds unless they say otherwise."""
import csv, math, os, random, resource, shutil, subprocess, sys, time

program, work = sys.argv[1:3]
geodtest = sys.argv[3] if len(sys.argv) > 3 else None
here = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(work, name)


def run(command, stdin=None, stdout=None, check=True):
    """Wall and user seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with open(stdin or os.devnull) as i, open(stdout or os.devnull, "w") as o:
        done = subprocess.run(command, stdin=i, stdout=o, stderr=subprocess.PIPE, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if check and done.returncode:
        sys.exit(f"{command}: {done.returncode} {done.stderr[:500]}")
    return wall, after.ru_utime - before.ru_utime, done


def turns(commands, count=5):
    """The least wall and CPU seconds of each command, taken in turns."""
    best = {}
    for _ in range(count):
        for name, arguments in commands.items():
            wall, user, _ = run(*arguments)
            old = best.get(name, (math.inf, math.inf))
            best[name] = (min(old[0], wall), min(old[1], user))
    return best


def table(title, head, rows):
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)


def write_pairs(pairs, name, digits):
    with open(path(name + ".csv"), "w") as c, open(path(name + ".txt"), "w") as t:
        c.write("lat1,lon1,lat2,lon2\n")
        for pair in pairs:
            cells = [f"{value:.{digits}f}" for value in pair]
            c.write(",".join(cells) + "\n")
            t.write(" ".join(cells) + "\n")


def angle(a, b):
    return abs((a - b + 180) % 360 - 180)


def read(name):
    with open(path(name)) as file:
        return [[float(row[key]) for key in ("distance", "azimuth", "back_azimuth")] for row in csv.DictReader(file)]


def measure(name, out, *options):
    return [program, "distance", "--input", path(name), "--unit", "m", *options], None, path(out)


GEOD = ["geod", "+ellps=WGS84", "-I", "-f", "%.12f", "-F", "%.9f"]


def read_geod(name):
    """Distance, azimuth, back azimuth of geod's output."""
    with open(path(name)) as file:
        return [(float(s), float(a) % 360, float(b) % 360) for a, b, s in (line.split() for line in file)]


def read_solve(name):
    """GeodSolve gives the forward azimuth at the far end."""
    with open(path(name)) as file:
        rows = (line.split() for line in file)
        return [(float(s), float(a) % 360, (float(b) + 180) % 360) for a, b, s in rows]


def worst(found, expected, skip_short=1.0):
    """Largest difference of distance (nanometres) and, where there is a direction, of azimuth times distance (nanometres)."""
    distance = max(abs(f[0] - e[0]) for f, e in zip(found, expected)) * 1e9
    across = max(
        (max(angle(f[1], e[1]), angle(f[2], e[2])) for f, e in zip(found, expected) if skip_short < e[0] < 19.9e6),
        default=0)
    return f"{distance:.1f}", f"{across:.1e}"


# GeodTest: ten thousand pairs with distances and azimuths to more digits than a double has.
if geodtest:
    expected = []
    with open(geodtest) as file, open(path("test.csv"), "w") as c, open(path("test.txt"), "w") as t:
        c.write("lat1,lon1,lat2,lon2\n")
        for line in file:
            lat1, lon1, azi1, lat2, lon2, azi2, s12 = line.split()[:7]
            c.write(f"{lat1},{lon1},{lat2},{lon2}\n")
            t.write(f"{lat1} {lon1} {lat2} {lon2}\n")
            expected.append((float(s12), float(azi1) % 360, (float(azi2) + 180) % 360))
    run(*measure("test.csv", "test.out", "--precision", "9", "--angle-precision", "12"))
    run(GEOD, path("test.txt"), path("test.geod"))
    run(["GeodSolve", "-i", "-p", "9"], path("test.txt"), path("test.solve"))
    table("GeodTest-short, largest error over all 10,000 lines", ["", "distance, nm", "azimuth, degrees"], [
        ["dateline", *worst(read("test.out"), expected)], ["geod", *worst(read_geod("test.geod"), expected)],
        ["GeodSolve", *worst(read_solve("test.solve"), expected)]])

# Garbage.
wrong = []
with open(os.path.join(here, "garbage.tsv")) as file:
    cases = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))
for case in cases:
    with open(path("garbage.tsv"), "w") as file:
        file.write("lat1\tlon1\tlat2\tlon2\n" + "\t".join(case[key] or "" for key in ("lat1", "lon1", "lat2", "lon2")) + "\n")
    _, _, done = run(*measure("garbage.tsv", "garbage.out"), check=False)
    told = "garbage.tsv:2:" in done.stderr
    if (case["verdict"] == "refuse") != (done.returncode == 65 and told):
        wrong.append(case)
table("Garbage", ["cases", "right"], [[len(cases), len(cases) - len(wrong)]])
for case in wrong:
    print(case)

# Agreement on random pairs with the poles, antipodes and the antimeridian.
random.seed(7)
pairs = []
for number in range(100_000):
    lat1, lon1 = math.degrees(math.asin(random.uniform(-1, 1))), random.uniform(-180, 180)
    lat2, lon2 = math.degrees(math.asin(random.uniform(-1, 1))), random.uniform(-180, 180)
    kind = number % 10
    if kind == 1:
        lat2, lon2 = -lat1 + random.uniform(-.5, .5), lon1 - 180 + random.uniform(-.5, .5)
    elif kind == 2:
        lat2, lon2 = -lat1, lon1 + 180
    elif kind == 3:
        lat1 = random.choice([90, -90])
    elif kind == 4:
        lon1, lon2 = random.uniform(179, 180), random.uniform(-180, -179)
    elif kind == 5:
        lat2, lon2 = lat1 + random.uniform(-1e-4, 1e-4), lon1 + random.uniform(-1e-4, 1e-4)
    elif kind == 6:
        lat1, lat2 = 0, random.choice([0, 1e-9])
    pairs.append((max(-90, min(90, lat1)), (lon1 + 180) % 360 - 180, max(-90, min(90, lat2)), (lon2 + 180) % 360 - 180))
write_pairs(pairs, "mixed", 10)
with open(path("mixed.txt")) as file:
    pairs = [tuple(map(float, line.split())) for line in file]
run(*measure("mixed.csv", "mixed.out", "--precision", "9", "--angle-precision", "12"))
ours = read("mixed.out")
rows = []
run(GEOD, path("mixed.txt"), path("mixed.geod"))
rows.append(["geod", *worst(ours, read_geod("mixed.geod"))])
if shutil.which("GeodSolve"):
    run(["GeodSolve", "-i", "-p", "9"], path("mixed.txt"), path("mixed.solve"))
    rows.append(["GeodSolve", *worst(ours, read_solve("mixed.solve"))])
try:
    import pyproj
    lat1, lon1, lat2, lon2 = zip(*pairs)
    a, b, s = pyproj.Geod(ellps="WGS84").inv(lon1, lat1, lon2, lat2)
    rows.append([f"pyproj {pyproj.__version__}", *worst(ours, [(s, a % 360, b % 360) for a, b, s in zip(a, b, s)])])
except ImportError:
    pass
script = """
import sys
from qgis.core import QgsDistanceArea, QgsPointXY, QgsCoordinateReferenceSystem, QgsCoordinateTransformContext
d = QgsDistanceArea()
d.setEllipsoid("EPSG:7030")
for line in sys.stdin:
    a, b, c, e = map(float, line.split())
    print(repr(d.measureLine(QgsPointXY(b, a), QgsPointXY(e, c))))
"""
environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
with open(path("mixed.txt")) as file:
    done = subprocess.run(["/usr/bin/python3", "-c", script], stdin=file, capture_output=True, text=True, env=environment) \
        if os.path.exists("/usr/bin/python3") else None
if done and done.returncode == 0:
    theirs = list(map(float, done.stdout.split()))
    rows.append(["QGIS (distances)", f"{max(abs(o[0] - t) for o, t in zip(ours, theirs)) * 1e9:.1f}", "-"])
table("Agreement with dateline on 100,000 pairs", ["", "largest difference of distance, nm", "of azimuth, degrees"], rows)

# Pairs a second.
count = 500_000
random.seed(1)
write_pairs([(random.uniform(-90, 90), random.uniform(-180, 180), random.uniform(-90, 90), random.uniform(-180, 180))
             for _ in range(count)], "pairs", 6)
commands = {
    "dateline, 1 task": measure("pairs.csv", "pairs.out", "--jobs", "1"),
    "dateline, 2 tasks": measure("pairs.csv", "pairs.out", "--jobs", "2"),
    "geod": (["geod", "+ellps=WGS84", "-I", "-f", "%.6f", "-F", "%.3f"], path("pairs.txt"), path("pairs.geod")),
}
if shutil.which("GeodSolve"):
    commands["GeodSolve"] = (["GeodSolve", "-i", "-p", "3"], path("pairs.txt"), path("pairs.solve"))
best = turns(commands)
table(f"{count:,} pairs from a stream, best of five in turns", ["", "wall, s", "user, s", "pairs/s", "times geod (wall)"], [
    [name, f"{wall:.2f}", f"{user:.2f}", f"{count / wall:,.0f}", f"{best['geod'][0] / wall:.1f}"]
    for name, (wall, user) in best.items()])

# A matrix.
size = 5000
with open(path("points.csv"), "w") as c, open(path("points.txt"), "w") as t:
    c.write("name,lat,lon\n")
    for number in range(size):
        latitude, longitude = random.uniform(-90, 90), random.uniform(-180, 180)
        c.write(f"p{number},{latitude:.6f},{longitude:.6f}\n")
        t.write(f"{latitude:.6f} {longitude:.6f}\n")
best = turns({
    "dateline --matrix, written": ([program, "distance", "--points", path("points.csv"), "--matrix", "--format", "csv",
                                    "--jobs", "2"], None, path("matrix.csv")),
    "C loop over geod_inverse, 2 threads, nothing written": ([path("matrix"), str(size)], path("points.txt"), None),
}, 2)
loop = best["C loop over geod_inverse, 2 threads, nothing written"][0]
table(f"A matrix of {size:,} x {size:,}", ["", "wall, s", "user, s", "of the loop"], [
    [name, f"{wall:.1f}", f"{user:.1f}", f"{wall / loop:.2f}"] for name, (wall, user) in best.items()])

# Names: every line two names of the gazetteer's own.
names = []
folder = os.path.join(here, "..", "..", "gazetteer", "places")
for file_name in sorted(os.listdir(folder)):
    if file_name.endswith(".tsv"):
        with open(os.path.join(folder, file_name), encoding="utf-8") as file:
            head = None
            for line in file:
                if line.startswith("#"):
                    continue
                cells = line.rstrip("\n").split("\t")
                if head is None:
                    head = cells
                else:
                    names.append(cells[head.index("name")])
random.seed(2)
count = 200_000
with open(path("names.tsv"), "w", encoding="utf-8") as file:
    file.write("from\tto\n")
    for _ in range(count):
        file.write(f"{random.choice(names)}\t{random.choice(names)}\n")
_, _, done = run([program, "distance", "--input", path("names.tsv")], None, path("names.out"), check=False)
best = {}
for jobs in ("1", "2"):
    for _ in range(3):
        wall, user, _ = run([program, "distance", "--input", path("names.tsv"), "--jobs", jobs], None, path("names.out"), check=False)
        old = best.get(jobs, (math.inf, math.inf))
        best[jobs] = (min(old[0], wall), min(old[1], user))
table(f"{count:,} pairs of names, all of them different", ["", "wall, s", "user, s", "pairs/s"], [
    [f"dateline, {jobs} tasks", f"{wall:.2f}", f"{user:.2f}", f"{count / wall:,.0f}"] for jobs, (wall, user) in best.items()])

# Cold start.
with open(path("one.txt"), "w") as file:
    file.write("49.2097 37.2689 50.5977 36.5858\n")
best = turns({
    "dateline distance, coordinates": ([program, "distance", "49.2097,37.2689", "50.5977,36.5858"],),
    "dateline distance, names": ([program, "distance", "Izium", "Belgorod"],),
    "geod": (GEOD, path("one.txt")),
}, 40)
table("Cold start, least of forty", ["", "wall, ms", "user, ms"], [
    [name, f"{wall * 1000:.1f}", f"{user * 1000:.1f}"] for name, (wall, user) in best.items()])
