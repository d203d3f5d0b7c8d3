// What is drawn: the basemap and the dots, each on a canvas that Leaflet moves and zooms.

const media = matchMedia('(prefers-color-scheme: dark)');
let palette = {};
function readPalette() {
  const computed = getComputedStyle(document.documentElement);
  for (const name of ['paper', 'ink', 'soft', 'sea', 'land', 'coast', 'border', 'division', 'label', 'label-city', 'halo', 'outline', 'accent', 'font']) {
    palette[name] = computed.getPropertyValue('--' + name).trim();
  }
}
readPalette();

/** A canvas that covers the view and a margin. `paint(context, view)` draws in pixels of the world at `view.zoom`. */
const CanvasLayer = L.Renderer.extend({
  initialize(paint, options) {
    this._paint = paint;
    L.Renderer.prototype.initialize.call(this, options);
  },
  _initContainer() {
    this._container = document.createElement('canvas');
    this._context = this._container.getContext('2d');
  },
  _destroyContainer() { this._container.remove(); delete this._container; },
  _updatePaths() {},
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this.paint();
  },
  paint() {
    if (!this._map || !this._bounds) return;
    const bounds = this._bounds, size = bounds.getSize(), ratio = Math.min(window.devicePixelRatio || 1, 2);
    const canvas = this._container, context = this._context;
    L.DomUtil.setPosition(canvas, bounds.min);
    canvas.width = ratio * size.x;
    canvas.height = ratio * size.y;
    canvas.style.width = size.x + 'px';
    canvas.style.height = size.y + 'px';
    const corner = this._map.getPixelOrigin().add(bounds.min), zoom = this._map.getZoom();
    context.setTransform(ratio, 0, 0, ratio, -corner.x * ratio, -corner.y * ratio);
    this._paint(context, { zoom, world: 256 * 2 ** zoom, west: corner.x, north: corner.y, east: corner.x + size.x, south: corner.y + size.y });
  },
});

/** Web Mercator in units of the world: 0...1. */
const mercatorX = longitude => longitude / 360 + 0.5;
function mercatorY(latitude) {
  const sine = Math.sin(Math.max(-85.0511, Math.min(85.0511, latitude)) * Math.PI / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

// MARK: Basemap

/** The lines of the basemap as { points: Float64Array, box }. */
function decoded(lines) {
  return (lines || []).map(line => {
    const points = new Float64Array(line.length);
    let x = 0, y = 0, box = [2, 2, -2, -2];
    for (let i = 0; i < line.length; i += 2) {
      x += line[i];
      y += line[i + 1];
      const px = points[i] = mercatorX(x / base.scale), py = points[i + 1] = mercatorY(y / base.scale);
      box = [Math.min(box[0], px), Math.min(box[1], py), Math.max(box[2], px), Math.max(box[3], py)];
    }
    return { points, box };
  });
}
const land = decoded(base.land), borders = decoded(base.borders), disputed = decoded(base.disputed), divisions = decoded(base.divisions);

/** Adds lines to the path, leaving out what lies outside the view or moves by less than a pixel. */
function trace(context, lines, view, shift, skipEdges) {
  const world = view.world, offset = shift * world;
  for (const { points, box } of lines) {
    if (box[2] * world + offset < view.west || box[0] * world + offset > view.east || box[3] * world < view.north || box[1] * world > view.south) continue;
    let lastX = points[0] * world + offset, lastY = points[1] * world;
    context.moveTo(lastX, lastY);
    const end = points.length - 2;
    for (let i = 2; i <= end; i += 2) {
      const x = points[i] * world + offset, y = points[i + 1] * world;
      if (i < end && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.9) continue;
      // The cut along the antimeridian is no coast.
      const cut = skipEdges && points[i] === points[i - 2] && (points[i] <= 0 || points[i] >= 1);
      if (cut) context.moveTo(x, y); else context.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
  }
}

function paintBasemap(context, view) {
  const shifts = [-1, 0, 1].filter(k => (k + 1) * view.world > view.west && k * view.world < view.east);
  const stroke = (lines, colour, width, dash, skipEdges) => {
    context.beginPath();
    for (const k of shifts) trace(context, lines, view, k, skipEdges);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash);
    context.stroke();
  };
  context.lineJoin = 'round';
  context.fillStyle = palette.land;
  context.beginPath();
  for (const k of shifts) trace(context, land, view, k, false);
  context.fill('evenodd');
  if (view.zoom >= 4) stroke(divisions, palette.division, 1, [], false);
  stroke(land, palette.coast, 0.8, [], true);
  stroke(borders, palette.border, view.zoom < 4 ? 0.7 : 1.3, [], false);
  stroke(disputed, palette.border, view.zoom < 4 ? 0.7 : 1.3, [4, 3], false);
  context.setLineDash([]);
  paintLabels(context, view);
}

/** Labels by rank, each only where neither another stands nor a dot would: whatever the filters, so that they keep still. */
function paintLabels(context, view) {
  const dots = clustersAt(view.zoom, site => site.all), taken = [];
  const shown = box => box[2] > view.west && box[0] < view.east && box[3] > view.north && box[1] < view.south;
  const meets = (box, other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1];
  const covers = (box, dot) => meets(box, [dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius]);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = palette.halo;
  const write = (text, places, half, colour) => {
    for (const [x, y] of places) {
      const box = [x - half, y - 8, x + half, y + 8];
      if (!shown(box) || taken.some(other => meets(box, other)) || dots.some(dot => covers(box, dot))) continue;
      taken.push(box);
      context.strokeText(text, x, y);
      context.fillStyle = colour;
      context.fillText(text, x, y);
      return true;
    }
    return false;
  };
  const near = [view.west - 200, view.north - 60, view.east + 200, view.south + 60];
  const project = (longitude, latitude) => [mercatorX(longitude) * view.world, mercatorY(latitude) * view.world];
  const isNear = (x, y) => x > near[0] && x < near[2] && y > near[1] && y < near[3];
  for (const [name, longitude, latitude, rank] of data.cities) {
    if (view.zoom < rank + 4) continue;
    const [x, y] = project(longitude, latitude);
    if (!isNear(x, y)) continue;
    context.font = `${rank < 1 ? 600 : 400} 12px ${palette.font}`;
    const half = context.measureText(name).width / 2 + 3;
    // Beside its point, or beside the dot of events that stands on the point.
    const dot = dots.find(dot => Math.hypot(dot.x - x, dot.y - y) < dot.radius + 4), r = dot ? dot.radius : 2, cx = dot ? dot.x : x, cy = dot ? dot.y : y;
    write(name, [[cx + r + half + 1, cy], [cx - r - half - 1, cy], [cx, cy - r - 10], [cx, cy + r + 10]], half, palette['label-city']);
    context.fillStyle = palette['label-city'];
    context.beginPath();
    context.arc(x, y, 2, 0, 2 * Math.PI);
    context.fill();
  }
  for (const [name, longitude, latitude, rank] of base.labels || []) {
    if (view.zoom < rank + 2 || view.zoom > rank + 6.5) continue;
    const [x, y] = project(longitude, latitude);
    if (!isNear(x, y)) continue;
    context.font = `600 ${rank < 2 ? 13 : 12}px ${palette.font}`;
    const text = name.toUpperCase(), half = context.measureText(text).width / 2 + 3;
    write(text, [[x, y], [x, y - 26], [x, y + 26], [x, y - 52], [x, y + 52]], half, palette.label);
  }
}

// MARK: Dots

/** Every place that an event stands at; events of one place share it and never hide each other. */
const sites = [];
{
  const at = new Map();
  for (const event of events) {
    if (!event.placed) continue;
    const key = event.longitude + ' ' + event.latitude;
    let site = at.get(key);
    if (!site) {
      site = { x: mercatorX(event.longitude), y: mercatorY(event.latitude), longitude: event.longitude, latitude: event.latitude, all: [], shown: [] };
      at.set(key, site);
      sites.push(site);
    }
    site.all.push(event);
    event.site = site;
  }
}

const dotRadius = event => Math.min(13, 6 + 2 * Math.log2(event.reports));
const ringRadius = count => Math.min(30, 9.5 + 1.9 * Math.log2(count));
const radiusOf = list => list.length > 1 ? ringRadius(list.length) : dotRadius(list[0]);

/** Joins what stands closer than its dots are wide. Depends on zoom and filter only, so panning changes nothing. */
function clustersAt(zoom, eventsOf) {
  const world = 256 * 2 ** zoom;
  let clusters = sites.filter(site => eventsOf(site).length > 0).map(site => (
    { x: site.x * world, y: site.y * world, count: eventsOf(site).length, radius: radiusOf(eventsOf(site)), sites: [site] }));
  clusters = joined(joined(clusters));
  for (const cluster of clusters) {
    cluster.events = cluster.sites.length === 1 ? eventsOf(cluster.sites[0]) : cluster.sites.flatMap(eventsOf).sort(byDate);
    const parts = new Map();
    for (const event of cluster.events) {
      const key = event.style.order * 2 + (event.hollow ? 1 : 0);
      const part = parts.get(key) || { key, style: event.style, hollow: event.hollow, count: 0 };
      part.count++;
      parts.set(key, part);
    }
    cluster.parts = [...parts.values()].sort((a, b) => a.key - b.key);
  }
  // The largest are drawn first, so that a dot beside one stays to be seen.
  return clusters.sort((a, b) => b.radius - a.radius || a.y - b.y || a.x - b.x);
}

/** One pass: the largest first, each later one goes to the nearest that it would overlap. */
function joined(items) {
  const cell = 32, grid = new Map(), homes = [];
  items.sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y);
  for (const item of items) {
    const column = Math.floor(item.x / cell), row = Math.floor(item.y / cell);
    let home = null, least = Infinity;
    for (let i = column - 2; i <= column + 2; i++) {
      for (let j = row - 2; j <= row + 2; j++) {
        for (const other of grid.get(i * 4194304 + j) || []) {
          const distance = Math.hypot(other.x - item.x, other.y - item.y);
          if (distance < (other.radius + item.radius) * 0.86 && distance < least) { home = other; least = distance; }
        }
      }
    }
    if (home) {
      home.sites.push(...item.sites);
      home.count += item.count;
      home.radius = ringRadius(home.count);
      continue;
    }
    homes.push(item);
    const key = column * 4194304 + row;
    if (grid.has(key)) grid.get(key).push(item); else grid.set(key, [item]);
  }
  return homes;
}

let clusters = [], clusteredZoom = null, selected = null;

function paintDots(context, view) {
  if (clusteredZoom !== view.zoom) {
    clusters = clustersAt(view.zoom, site => site.shown);
    clusteredZoom = view.zoom;
  }
  if (selected?.placed) paintUncertainty(context, view, selected);
  for (const k of [-1, 0, 1]) {
    for (const cluster of clusters) {
      const x = cluster.x + k * view.world, y = cluster.y, r = cluster.radius;
      if (x + r < view.west || x - r > view.east || y + r < view.north || y - r > view.south) continue;
      if (cluster.events.length === 1) paintDot(context, x, y, cluster.events[0]); else paintRing(context, x, y, cluster);
      if (selected && cluster.events.includes(selected)) {
        context.beginPath();
        context.arc(x, y, r + 5, 0, 2 * Math.PI);
        context.strokeStyle = palette.accent;
        context.lineWidth = 2.5;
        context.stroke();
      }
    }
  }
}

function paintDot(context, x, y, event) {
  const r = dotRadius(event);
  // A region is drawn at its middle: a broken ring says so.
  if (event.precision >= 3) {
    context.beginPath();
    context.arc(x, y, r + 4.5, 0, 2 * Math.PI);
    context.setLineDash([2.5, 2.5]);
    context.lineWidth = 1.2;
    context.strokeStyle = palette.soft;
    context.stroke();
    context.setLineDash([]);
  }
  shapePath(context, event.style.shape, x, y, event.hollow ? r - 0.6 : r);
  context.fillStyle = event.hollow ? palette.paper : event.style.colour;
  context.fill();
  context.lineWidth = event.hollow ? 4 : 1;
  context.strokeStyle = palette.outline;
  context.stroke();
  if (event.hollow) {
    context.lineWidth = 2.6;
    context.strokeStyle = event.style.colour;
    context.stroke();
  }
}

/** A ring with an arc for each type, pale for what is not asserted, and the count inside. */
function paintRing(context, x, y, cluster) {
  const r = cluster.radius, width = Math.max(4.5, r * 0.3), total = cluster.events.length;
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.outline;
  context.stroke();
  let angle = -Math.PI / 2;
  for (const part of cluster.parts) {
    const next = angle + part.count / total * 2 * Math.PI;
    context.beginPath();
    context.arc(x, y, r - width / 2 - 0.5, angle, next);
    context.globalAlpha = part.hollow ? 0.38 : 1;
    context.lineWidth = width;
    context.strokeStyle = part.style.colour;
    context.stroke();
    context.globalAlpha = 1;
    angle = next;
  }
  context.fillStyle = palette.ink;
  context.font = `600 ${total > 999 ? 10.5 : 11.5}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(total > 9999 ? Math.round(total / 1000) + 'k' : total, x, y + 0.5);
}

/** The circle within which the selected event lies, where that is known. */
function paintUncertainty(context, view, event) {
  const metres = event.get('radius_m');
  if (!(metres > 0)) return;
  const r = metres / (40075016.7 * Math.cos(event.latitude * Math.PI / 180)) * view.world;
  context.beginPath();
  context.arc(event.site.x * view.world, event.site.y * view.world, r, 0, 2 * Math.PI);
  context.globalAlpha = 0.12;
  context.fillStyle = palette.accent;
  context.fill();
  context.globalAlpha = 0.8;
  context.lineWidth = 1.2;
  context.setLineDash([5, 4]);
  context.strokeStyle = palette.accent;
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}
