// The popup: one event, what the article says, and why it is here.

const PRECISION = {
  1: 'the place that the article names', 2: 'near or around the place that the article names',
  3: 'somewhere in this district: the dot is at its middle', 4: 'somewhere in this region: the dot is at its middle',
  5: 'along a line, between places or in a wide area: the dot is a point that stands for it',
  6: 'somewhere in this country: the dot is at its middle', 7: 'at sea or in the air: the point is an estimate',
};

/** The address when it is one of the web, else null. */
function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch { return null; }
}

/** The passage with its trigger marked. */
function passage(event) {
  const text = event.get('passage'), quote = make('blockquote');
  const trigger = event.get('trigger');
  const at = trigger ? wordIn(text, trigger) : -1;
  if (at < 0) return make('blockquote', null, text);
  quote.append(text.slice(0, at), make('mark', null, text.slice(at, at + trigger.length)), text.slice(at + trigger.length));
  return quote;
}

/** Where `word` first stands in `text` as a word of its own, else where it first stands, else -1. */
function wordIn(text, word) {
  const isLetter = sign => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return at;
  }
  return text.indexOf(word);
}

const percent = value => Math.round(value * 100) + ' %';

/** The probability that type, place and date are right, and that of the place alone. */
function confidence(event) {
  const place = event.get('place_confidence');
  const parts = [event.confidence === null ? null : percent(event.confidence) + ' that all is right', place === null ? null : percent(place) + ' that the place is'];
  return parts.filter(Boolean).join(', ') || null;
}

function facts(rows) {
  const list = make('dl');
  for (const [name, value] of rows) {
    if (value !== null && value !== undefined && value !== '') list.append(make('dt', null, name), make('dd', null, String(value)));
  }
  return list.children.length ? list : null;
}

function placeLine(event) {
  if (!event.where) return event.placed ? null : 'not placed';
  const written = event.get('place_as_written');
  const known = [event.where, event.get('place_name'), event.get('admin1')].includes(written);
  return event.where + (written && !known ? ` (written “${written}”)` : '') + (event.placed ? '' : ' (not placed)');
}

function source(event) {
  const title = event.get('article_title'), url = webAddress(event.get('article_url') || '');
  const published = event.get('published');
  const name = title || url || event.get('article_id');
  const line = make('p', { class: 'source' });
  if (name) line.append(url ? make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name) : name);
  const when = published && instant(published) !== null && published.length >= 10 ? shortFormat.format(instant(published)) : published;
  const details = [event.get('publisher'), when].filter(Boolean).join(', ');
  if (details) line.append(name ? make('br') : '', details);
  if (event.reports > 1) line.append(make('br'), `reported by ${event.reports} articles`);
  return line.childNodes.length ? line : null;
}

/** The card of `stack[at]`; `turn(by)` shows another of the stack. */
function card(stack, at, turn) {
  const event = stack[at];
  const mode = event.get('event_mode');
  const kind = make('p', { class: 'kind' }, icon(event.style, event.hollow), event.style.label + (mode ? ' · ' + mode : ''));
  if (event.hollow) kind.append(make('span', { class: 'badge' }, event.modality));
  const people = facts([
    ['Actor', event.get('actor')], ['Target', event.get('target')], ['Killed', event.get('killed')],
    ['Wounded', event.get('wounded')], ['Displaced', event.get('displaced')], ['From', event.get('moved_from')],
  ]);
  const radius = event.get('radius_m'), contexts = event.get('contexts');
  const why = facts([
    ['Place', event.placed ? PRECISION[event.precision] : 'the article gives no place that could be resolved'],
    ['Within', radius ? (radius >= 1000 ? Math.round(radius / 1000) + ' km' : radius + ' m') : null],
    ['Coordinates', event.placed ? event.latitude + ', ' + event.longitude : null],
    ['Gazetteer', event.get('place_id')],
    ['Date', event.dated ? event.get('date') + (event.get('date_precision') ? ` (${event.get('date_precision')})` : '') : null],
    ['Confidence', confidence(event)],
    ['Contexts', contexts?.length ? contexts.join(', ') : null],
    ['Article', event.get('article_id')],
  ]);
  const place = placeLine(event);
  const body = make('article', { class: 'card', tabindex: '-1' }, kind, make('h3', null, event.title),
    make('p', { class: 'meta' }, dateInWords(event), place ? make('br') : null, place),
    event.get('passage') ? passage(event) : null, people, source(event),
    why ? make('details', null, make('summary', null, 'Why here'), why) : null);
  if (stack.length < 2) return body;
  const back = make('button', { type: 'button', 'aria-label': 'Previous event here' }, '‹');
  const on = make('button', { type: 'button', 'aria-label': 'Next event here' }, '›');
  back.onclick = () => turn(-1);
  on.onclick = () => turn(1);
  return make('div', null, body, make('div', { class: 'pager' }, back, `${at + 1} of ${stack.length} here`, on));
}
