// The data of the page and its words. All pieces of the page share one scope, in the order of WebPage.resourceNames.
const data = JSON.parse(document.getElementById('data').textContent);
const base = JSON.parse(document.getElementById('basemap').textContent);
const $ = id => document.getElementById(id);
const DAY = 86400000;

/** An element with text and attributes. Text is always a text node: nothing that an article says becomes markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

// MARK: Style

const styles = new Map(data.style.map((row, order) => [row.type, { ...row, order }]));
const otherStyle = { ...data.other, order: data.style.length };
const styleOf = type => styles.get(type) || { ...otherStyle, label: type || otherStyle.label };

/** The outline of a shape of about the area of a circle of radius r, as a path. */
function shapePath(context, shape, x, y, r) {
  context.beginPath();
  if (shape === 'square') {
    const a = r * 0.89;
    context.rect(x - a, y - a, 2 * a, 2 * a);
  } else if (shape === 'triangle') {
    const a = r * 1.26;
    context.moveTo(x, y - a);
    context.lineTo(x + a, y + a * 0.75);
    context.lineTo(x - a, y + a * 0.75);
    context.closePath();
  } else if (shape === 'diamond') {
    const a = r * 1.25;
    context.moveTo(x, y - a);
    context.lineTo(x + a, y);
    context.lineTo(x, y + a);
    context.lineTo(x - a, y);
    context.closePath();
  } else {
    context.arc(x, y, r, 0, 2 * Math.PI);
  }
}

const SHAPES = {
  circle: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z', square: 'M3 3h10v10H3z',
  triangle: 'M8 1.6L15 13.6H1z', diamond: 'M8 1L15 8L8 15L1 8z',
};

/** The sign of an event type, hollow for what is not asserted. */
function icon(style, hollow) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  if (hollow) svg.setAttribute('class', 'hollow');
  const path = document.createElementNS(ns, 'path');
  path.setAttribute('d', SHAPES[style.shape]);
  path.setAttribute('fill', hollow ? 'none' : style.colour);
  path.setAttribute('stroke', hollow ? style.colour : 'var(--outline)');
  path.setAttribute('stroke-width', hollow ? 2.4 : 0.8);
  path.setAttribute('stroke-linejoin', 'round');
  svg.append(path);
  return svg;
}

// MARK: Events

/** Milliseconds of an ISO day or timestamp in UTC, or null. */
function instant(text) {
  const time = text ? Date.parse(text.length === 10 ? text + 'T00:00:00Z' : text) : NaN;
  return Number.isNaN(time) ? null : time;
}

/** Text for searching: lower case, without diacritics. */
const folded = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

const position = new Map(data.fields.map((name, index) => [name, index]));
const SEARCHED = ['name', 'passage', 'place_name', 'place_as_written', 'admin1', 'actor', 'target', 'article_title', 'publisher'];

class MapEvent {
  constructor(row, index) {
    [this.id, this.longitude, this.latitude, this.values] = row;
    this.index = index;
    this.placed = this.longitude !== null;
    this.type = this.get('event_type') || '';
    this.style = styleOf(this.type);
    this.modality = this.get('modality') || 'asserted';
    this.hollow = this.modality !== 'asserted';
    this.confidence = this.get('confidence');
    this.reports = this.get('reports') || 1;
    this.precision = this.get('geo_precision');
    const start = instant(this.get('start')), end = instant(this.get('end'));
    this.dated = start !== null || end !== null;
    this.start = start === null ? -Infinity : start;
    this.end = end === null ? Infinity : end;
    this.title = this.get('name') || this.style.label;
    this.fold = null;
  }
  get(field) {
    const index = position.get(field);
    return index === undefined ? null : this.values[index] ?? null;
  }
  matches(words) {
    this.fold ??= folded(SEARCHED.map(field => this.get(field) || '').join('\n'));
    return words.every(word => this.fold.includes(word));
  }
  /** Where, in words: the place and what it lies in. */
  get where() {
    const name = this.get('place_name'), within = this.get('admin1');
    if (!name) return this.get('place_as_written') || null;
    return within && within !== name ? name + ', ' + within : name;
  }
  get sortKey() { return this.start > -Infinity ? this.start : this.end < Infinity ? this.end - DAY : Infinity; }
}

const events = data.features.map((row, index) => new MapEvent(row, index));
const byId = new Map(events.map(event => [event.id, event]));

// MARK: Dates in words

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const SEASONS = { 21: 'Spring', 22: 'Summer', 23: 'Autumn', 24: 'Winter' };

function rangeInWords(start, end, format) {
  if (start === -Infinity && end === Infinity) return 'undated';
  if (start === -Infinity) return 'until ' + format.format(end - DAY);
  if (end === Infinity) return 'since ' + format.format(start);
  const last = Math.max(start, end - DAY);
  return last < start + DAY ? format.format(start) : format.formatRange(start, last);
}

function dateInWords(event) {
  if (!event.dated) return 'undated';
  const precision = event.get('date_precision'), edtf = event.get('date') || '';
  const season = /^(\d{4})-(2[1-4])$/.exec(edtf);
  if (season) return SEASONS[season[2]] + ' ' + season[1];
  const finite = event.start > -Infinity && event.end < Infinity;
  if (finite && precision === 'month') return monthFormat.format(event.start);
  if (finite && precision === 'year') return String(new Date(event.start).getUTCFullYear());
  const words = rangeInWords(event.start, event.end, dayFormat);
  return edtf.startsWith('[') ? 'one day of ' + words : words;
}

const isoDay = time => new Date(time).toISOString().slice(0, 10);
const counted = (n, one, many) => n.toLocaleString('en-GB') + ' ' + (n === 1 ? one : many || one + 's');
