// Filters, state, and everything that happens.

const filters = { off: new Set(), muted: new Set(), confidence: 0, words: [], query: '', from: -Infinity, until: Infinity };
let kept = events, inView = true;

const map = L.map('map', {
  zoomControl: false, minZoom: 1, maxZoom: data.tiles ? 18 : 13, worldCopyJump: true, zoomSnap: 0.5, wheelPxPerZoomLevel: 90,
  maxBounds: [[-86, -900], [86, 900]], attributionControl: false,
});
if (innerWidth > 760) L.control.zoom({ position: 'topright' }).addTo(map);
L.control.scale({ position: 'bottomright', imperial: false }).addTo(map);
const credit = L.control.attribution({ position: 'bottomleft', prefix: '<a href="https://leafletjs.com" rel="noopener noreferrer">Leaflet</a>' }).addTo(map);
const dots = new CanvasLayer(paintDots, { padding: 0.25, pane: 'overlayPane' });
let basemap = null;
if (data.tiles) {
  L.tileLayer(data.tiles.url, { maxZoom: 19, attribution: data.tiles.attribution }).addTo(map);
} else {
  basemap = new CanvasLayer(paintBasemap, { padding: 0.25, pane: 'tilePane' });
  credit.addAttribution(base.credit || 'Natural Earth');
  credit.addAttribution('Places: GeoNames (CC BY 4.0)');
}

// MARK: Filtering

/** Whether an event passes, apart from the filter named, whose counts are being made. */
function passes(event, apart) {
  return (apart === 'type' || !filters.off.has(event.type))
    && (apart === 'modality' || !filters.muted.has(event.modality))
    && (filters.confidence === 0 || event.confidence !== null && event.confidence >= filters.confidence)
    && (apart === 'time' || timeline.open || event.dated && event.start < filters.until && event.end > filters.from)
    && (!filters.words.length || event.matches(filters.words));
}

function refilter() {
  kept = events.filter(event => passes(event));
  for (const site of sites) site.shown.length = 0;
  for (const event of kept) if (event.placed) event.site.shown.push(event);
  for (const site of sites) if (site.shown.length > 1) site.shown.sort(byDate);
  clusteredZoom = null;
  dots.paint();
  timeline.draw(events.filter(event => passes(event, 'time')));
  drawCounts();
  relist();
  remember();
}

let frame = 0;
/** Filters once a frame, however many inputs arrive. */
function changed() {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(refilter);
}

function relist() {
  const bounds = map.getBounds().pad(0.02);
  const within = event => {
    for (const turn of [0, 360, -360]) {
      const longitude = event.longitude + turn;
      if (longitude >= bounds.getWest() && longitude <= bounds.getEast()) return event.latitude >= bounds.getSouth() && event.latitude <= bounds.getNorth();
    }
    return false;
  };
  const placed = kept.filter(event => event.placed && (!inView || within(event))).sort(byDate);
  list.show(placed, kept.filter(event => !event.placed).sort(byDate), kept.filter(event => event.placed).length);
}

function drawCounts() {
  const all = events.length, here = kept.length;
  const spanned = events.filter(event => event.dated);
  let words = here === all ? counted(all, 'event') : here.toLocaleString('en-GB') + ' of ' + counted(all, 'event');
  const places = sites.filter(site => site.shown.length).length;
  if (places) words += ' · ' + counted(places, 'place');
  if (spanned.length) words += ' · ' + (timeline.open ? rangeInWords(timeline.first, timeline.last, shortFormat) : rangeInWords(filters.from, filters.until, shortFormat));
  // They have no place on the timeline: say so rather than let them vanish.
  const undated = timeline.open ? 0 : events.filter(event => !event.dated && passes(event, 'time')).length;
  if (undated) words += ' · ' + undated.toLocaleString('en-GB') + ' without a date left out';
  $('summary').textContent = words;
  const sums = new Map();
  for (const event of events) if (passes(event, 'type')) sums.set(event.type, (sums.get(event.type) || 0) + 1);
  for (const button of document.querySelectorAll('.type')) button.lastChild.textContent = (sums.get(button.dataset.type) || 0).toLocaleString('en-GB');
  const active = (filters.off.size ? 1 : 0) + (filters.muted.size ? 1 : 0) + (filters.confidence ? 1 : 0);
  $('active-filters').hidden = !active;
  $('active-filters').textContent = active;
  $('reset').hidden = !active && !filters.query && timeline.open;
}

// MARK: Legend and chips

/** A click toggles; a double click, or one with shift, leaves this one alone or brings all back. */
function toggles(button, set, value, values) {
  let before = [];
  button.addEventListener('click', click => {
    if (click.detail !== 2) before = [...set];
    if (click.shiftKey || click.detail === 2) {
      const alone = before.length === values.length - 1 && !before.includes(value);
      replace(set, alone ? [] : values.filter(other => other !== value));
    } else if (set.has(value)) {
      set.delete(value);
    } else {
      set.add(value);
    }
    showFilters();
    changed();
  });
}

const legendTypes = [...new Set(events.map(event => event.type))].sort((a, b) => styleOf(a).order - styleOf(b).order || (a < b ? -1 : 1));
const legendModalities = data.modalities.filter(word => events.some(event => event.modality === word))
  .concat([...new Set(events.map(event => event.modality))].filter(word => !data.modalities.includes(word)).sort());

function buildLegend() {
  const groups = new Map();
  for (const type of legendTypes) {
    const style = styleOf(type);
    if (!groups.has(style.quad)) groups.set(style.quad, []);
    groups.get(style.quad).push([type, style]);
  }
  for (const [quad, rows] of groups) {
    const items = make('ul');
    for (const [type, style] of rows) {
      const button = make('button', { type: 'button', class: 'type', 'data-type': type, title: 'Click to hide or show, double-click for this one only' }, icon(style, false), style.label, make('b'));
      toggles(button, filters.off, type, legendTypes);
      items.append(make('li', null, button));
    }
    $('legend').append(make('div', null, make('h2', null, quad[0].toUpperCase() + quad.slice(1)), items));
  }
  for (const word of legendModalities) {
    const button = make('button', { type: 'button', 'data-modality': word, title: 'Click to hide or show, double-click for this one only' }, word);
    toggles(button, filters.muted, word, legendModalities);
    $('modalities').append(button);
  }
  $('modality-row').hidden = legendModalities.length < 2;
  $('confidence').closest('.row').hidden = !events.some(event => event.confidence !== null);
}

function showFilters() {
  for (const button of document.querySelectorAll('.type')) button.setAttribute('aria-pressed', !filters.off.has(button.dataset.type));
  for (const button of $('modalities').children) button.setAttribute('aria-pressed', !filters.muted.has(button.dataset.modality));
  $('confidence').value = filters.confidence;
  $('confidence-text').textContent = filters.confidence ? 'at least ' + percent(filters.confidence) : 'any';
  if ($('query').value !== filters.query) $('query').value = filters.query;
}

// MARK: Selecting

let popup = null;

/** Opens the card of `stack[at]` where the event stands, or on the map's middle for one without a place. */
function open(stack, at, focus) {
  const event = stack[at];
  selected = event;
  const where = event.placed ? nearest([event.latitude, event.longitude]) : map.getCenter();
  const turn = by => open(stack, (at + by + stack.length) % stack.length, true);
  const content = card(stack, at, turn);
  content.addEventListener('keydown', key => {
    if (stack.length > 1 && (key.key === 'ArrowRight' || key.key === 'ArrowLeft')) { key.preventDefault(); turn(key.key === 'ArrowRight' ? 1 : -1); }
  });
  (content.matches('.card') ? content : content.firstChild).style.maxHeight = Math.max(150, map.getSize().y - 130) + 'px';
  content.addEventListener('toggle', () => popup?.update(), true);
  const previous = popup;
  popup = L.popup({ className: event.placed ? '' : 'unplaced', minWidth: Math.min(300, innerWidth - 60), maxWidth: Math.min(360, innerWidth - 40), autoPanPaddingTopLeft: [16, 12], autoPanPaddingBottomRight: [innerWidth > 760 ? 58 : 16, 24], offset: [0, event.placed ? -6 : 40] })
    .setLatLng(where).setContent(content);
  if (previous) map.closePopup(previous);
  popup.openOn(map);
  L.DomEvent.disableScrollPropagation(content);
  list.select(event);
  dots.paint();
  remember();
  if (focus) (content.matches('.card') ? content : content.querySelector('.card')).focus({ preventScroll: true });
}

/** The copy of the position nearest to the middle of the map. */
function nearest([latitude, longitude]) {
  const middle = map.getCenter().lng;
  return L.latLng(latitude, longitude + Math.round((middle - longitude) / 360) * 360);
}

map.on('popupclose', closing => {
  if (closing.popup !== popup) return;
  popup = selected = null;
  dots.paint();
  remember();
});

/** An event from the list: brings it into view, with all that stands at its place. */
function pick(event) {
  const stack = event.placed ? event.site.shown : [event];
  const at = Math.max(0, stack.indexOf(event));
  if (event.placed && (!map.getBounds().pad(-0.05).contains(nearest([event.latitude, event.longitude])) || map.getZoom() < 5)) {
    map.setView(nearest([event.latitude, event.longitude]), Math.max(map.getZoom(), 7), { animate: false });
  }
  open(stack, at, false);
}

function clusterAt(point) {
  const corner = map.getPixelOrigin(), at = map.containerPointToLayerPoint(point).add(corner), world = 256 * 2 ** map.getZoom();
  let best = null, least = Infinity;
  for (const cluster of clusters) {
    for (const k of [-1, 0, 1]) {
      const distance = Math.hypot(cluster.x + k * world - at.x, cluster.y - at.y) - cluster.radius;
      if (distance < 5 && distance < least) { best = cluster; least = distance; }
    }
  }
  return best;
}

map.on('click', click => {
  const cluster = clusterAt(click.containerPoint);
  if (!cluster) return;
  const bounds = L.latLngBounds(cluster.sites.map(site => nearest([site.latitude, site.longitude])));
  const closer = map.getBoundsZoom(bounds.pad(0.3));
  if (cluster.sites.length > 1 && closer > map.getZoom() && map.getZoom() < map.getMaxZoom()) {
    map.fitBounds(bounds.pad(0.3), { maxZoom: Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, closer)) });
  } else {
    open(cluster.events, 0, false);
  }
});

map.on('mousemove', mouse => {
  const cluster = clusterAt(mouse.containerPoint), tip = $('tip');
  map.getContainer().style.cursor = cluster ? 'pointer' : '';
  tip.hidden = !cluster;
  if (!cluster) return;
  const first = cluster.events[0];
  const names = [...new Set(cluster.events.map(event => event.get('place_name')).filter(Boolean))];
  tip.textContent = cluster.events.length === 1 ? first.title + ' · ' + dateInWords(first)
    : counted(cluster.events.length, 'event') + (names.length ? ' · ' + names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '') : '');
  tip.style.left = Math.max(130, Math.min(map.getSize().x - 130, mouse.containerPoint.x)) + 'px';
  tip.style.top = Math.max(60, mouse.containerPoint.y) + 'px';
});
map.on('mouseout movestart', () => { $('tip').hidden = true; });

// MARK: State in the address

let remembering = 0;
/** Writes the state to the URL's hash, so that a link or a bookmark brings it back. */
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    const centre = map.getCenter(), state = new URLSearchParams();
    state.set('map', [map.getZoom(), centre.lat.toFixed(4), centre.lng.toFixed(4)].join('/'));
    if (!timeline.open) state.set('t', [filters.from, filters.until].map(time => Number.isFinite(time) ? isoDay(time) : '..').join('/'));
    if (filters.off.size) state.set('off', [...filters.off].join(','));
    if (filters.muted.size) state.set('no', [...filters.muted].join(','));
    if (filters.confidence) state.set('c', filters.confidence);
    if (filters.query) state.set('q', filters.query);
    if (selected) state.set('e', selected.id);
    try { history.replaceState(null, '', '#' + String(state).replaceAll('%2F', '/').replaceAll('%2C', ',')); } catch { /* Some browsers refuse it for a file: the page works without. */ }
  }, 250);
}

/** Takes the state of the hash; what is not understood is left out. */
function recall() {
  const state = new URLSearchParams(location.hash.slice(1));
  const listed = name => (state.get(name) || '').split(',').filter(Boolean);
  filters.off = replace(filters.off, listed('off').filter(type => legendTypes.includes(type)));
  filters.muted = replace(filters.muted, listed('no').filter(word => legendModalities.includes(word)));
  filters.confidence = Math.max(0, Math.min(0.95, Number(state.get('c')) || 0));
  filters.query = state.get('q') || '';
  filters.words = folded(filters.query).split(/\s+/).filter(Boolean);
  const [from, until] = (state.get('t') || '../..').split('/').map(instant);
  timeline.set(from ?? -Infinity, until ?? Infinity, true);
  [filters.from, filters.until] = [timeline.from, timeline.until];
  const [zoom, latitude, longitude] = (state.get('map') || '').split('/').map(Number);
  if ([zoom, latitude, longitude].every(Number.isFinite) && state.has('map')) map.setView([latitude, longitude], zoom, { animate: false });
  else home();
  showFilters();
  return byId.get(state.get('e'));
}

function replace(set, values) {
  set.clear();
  for (const value of values) set.add(value);
  return set;
}

/** The view of all events; of the world when there are none. */
function home() {
  const all = sites.map(site => [site.latitude, site.longitude]);
  if (!all.length) return map.setView([30, 20], 2, { animate: false });
  // A lone event on another continent does not decide how the map opens.
  const middle = values => { values.sort((a, b) => a - b); return values[values.length >> 1]; };
  const placed = events.filter(event => event.placed);
  const latitude = middle(placed.map(event => event.latitude)), longitude = middle(placed.map(event => event.longitude));
  const reach = placed.map(event => Math.hypot(event.latitude - latitude, (event.longitude - longitude) * 0.65)).sort((a, b) => a - b);
  const most = reach[Math.floor((reach.length - 1) * 0.85)];
  const near = reach[reach.length - 1] > 3.5 * most && most > 0
    ? all.filter(([y, x]) => Math.hypot(y - latitude, (x - longitude) * 0.65) <= Math.max(most, 1)) : all;
  map.fitBounds(L.latLngBounds(near).pad(0.08), { maxZoom: 8, animate: false });
}

// MARK: Start

$('title').textContent = data.title;
const timeline = new Timeline((from, until) => {
  [filters.from, filters.until] = [from, until];
  changed();
});
const list = new EventList(pick);
buildLegend();
$('query').addEventListener('input', () => {
  filters.query = $('query').value;
  filters.words = folded(filters.query).split(/\s+/).filter(Boolean);
  changed();
});
$('confidence').addEventListener('input', () => {
  filters.confidence = Number($('confidence').value);
  showFilters();
  changed();
});
$('in-view').addEventListener('change', () => { inView = $('in-view').checked; relist(); });
$('reset').addEventListener('click', () => {
  filters.off.clear();
  filters.muted.clear();
  filters.confidence = 0;
  filters.query = '';
  filters.words = [];
  timeline.stop();
  timeline.set(-Infinity, Infinity, true);
  [filters.from, filters.until] = [-Infinity, Infinity];
  showFilters();
  changed();
});
const showPanel = shown => {
  $('filters').hidden = !shown;
  $('toggle-filters').setAttribute('aria-expanded', shown);
};
$('toggle-filters').addEventListener('click', () => { showPanel($('filters').hidden); map.invalidateSize(); });
showPanel(innerWidth > 760 && innerHeight > 640);
media.addEventListener('change', () => { readPalette(); basemap?.paint(); dots.paint(); timeline.draw(); });
new ResizeObserver(() => map.invalidateSize({ animate: false })).observe($('map'));
addEventListener('keydown', key => {
  if (key.key === 'Escape' && popup) map.closePopup(popup);
  if (key.key === '/' && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { key.preventDefault(); $('query').focus(); }
});
addEventListener('hashchange', () => { const event = recall(); refilter(); if (event) pick(event); });

const asked = recall();
basemap?.addTo(map);
dots.addTo(map);
refilter();
map.on('moveend', () => { relist(); remember(); });
if (asked) pick(asked);
window.nFeatures = events.length;
window.nShown = () => kept.length;
window.mapReady = true;
