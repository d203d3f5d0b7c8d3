// The timeline: a histogram, a window with two handles, and play.

class Timeline {
  /** `onChange(from, until)` in milliseconds; an infinite end is open. */
  constructor(onChange) {
    this.onChange = onChange;
    this.from = -Infinity;
    this.until = Infinity;
    this.timer = null;
    const dated = events.filter(event => event.dated);
    const starts = dated.map(event => event.sortKey).sort((a, b) => a - b);
    const ends = dated.filter(event => event.end < Infinity).map(event => event.end).sort((a, b) => a - b);
    if (!starts.length) {
      $('timeline').hidden = true;
      return;
    }
    this.first = this.floor(starts[0]);
    this.last = this.ceiling(Math.max(this.first + DAY, ends[ends.length - 1] || 0, starts[starts.length - 1] + DAY));
    // A few events far away in time must not squeeze the others into a sliver: the axis shows where most of them are.
    const low = this.floor(starts[Math.floor(starts.length * 0.04)]);
    const high = Math.max(low + DAY, ends[Math.ceil(ends.length * 0.96) - 1] || 0, starts[Math.ceil(starts.length * 0.96) - 1] + DAY);
    const trimmed = (high - low) * 3 < this.last - this.first;
    const margin = trimmed ? (high - low) * 0.04 : 0;
    this.low = trimmed ? this.floor(low - margin) : this.first;
    this.high = trimmed ? this.ceiling(high + margin) : this.last;
    this.track = $('track');
    new ResizeObserver(() => this.draw()).observe(this.track);
    this.listen();
  }

  ceiling(time) { return Math.ceil(time / DAY) * DAY; }
  floor(time) { return Math.floor(time / DAY) * DAY; }
  x(time) { return (Math.max(this.low, Math.min(this.high, time)) - this.low) / (this.high - this.low) * this.track.clientWidth; }
  time(x) { return this.floor(this.low + x / this.track.clientWidth * (this.high - this.low) + DAY / 2); }

  set(from, until, quiet) {
    if (!this.track) return;
    if (until <= from) until = from + DAY;
    // A handle at the end of the axis is open: what lies beyond belongs to it.
    this.from = from === this.low || from <= this.first ? -Infinity : from;
    this.until = until === this.high || until >= this.last ? Infinity : until;
    this.place();
    if (!quiet) this.onChange(this.from, this.until);
  }

  get open() { return this.from === -Infinity && this.until === Infinity; }

  place() {
    const a = this.x(this.from), b = this.x(this.until);
    $('handle-from').style.left = a + 'px';
    $('handle-to').style.left = b + 'px';
    $('brush').style.left = a + 'px';
    $('brush').style.width = Math.max(0, b - a) + 'px';
    const from = Math.max(this.from, this.first), until = Math.min(this.until, this.last);
    $('from').value = isoDay(from);
    $('until').value = isoDay(until - DAY);
    for (const [id, value] of [['handle-from', from], ['handle-to', until - DAY]]) {
      const handle = $(id);
      handle.setAttribute('aria-valuemin', this.floor(this.first) / DAY);
      handle.setAttribute('aria-valuemax', this.floor(this.last) / DAY);
      handle.setAttribute('aria-valuenow', this.floor(value) / DAY);
      handle.setAttribute('aria-valuetext', dayFormat.format(value));
    }
    $('all-time').hidden = this.open;
  }

  listen() {
    let drag = null;
    this.track.addEventListener('pointerdown', pointer => {
      if (pointer.button) return;
      this.stop();
      const x = pointer.clientX - this.track.getBoundingClientRect().left, a = this.x(this.from), b = this.x(this.until);
      const kind = Math.min(Math.abs(x - a), Math.abs(x - b)) < 12 ? (Math.abs(x - a) < Math.abs(x - b) || x < a ? 'from' : 'until')
        : x > a && x < b && !this.open ? 'move' : 'new';
      drag = { kind, x, from: Math.max(this.from, this.low), until: Math.min(this.until, this.high), moved: false };
      this.track.setPointerCapture(pointer.pointerId);
    });
    this.track.addEventListener('pointermove', pointer => {
      if (!drag) return;
      const x = Math.max(0, Math.min(this.track.clientWidth, pointer.clientX - this.track.getBoundingClientRect().left));
      if (Math.abs(x - drag.x) < 3 && !drag.moved) return;
      drag.moved = true;
      const here = this.time(x), by = here - this.time(drag.x);
      if (drag.kind === 'from') this.set(Math.min(here, drag.until - DAY), this.until);
      else if (drag.kind === 'until') this.set(this.from, Math.max(here, drag.from + DAY));
      else if (drag.kind === 'move') this.shift(drag.from, drag.until, by);
      else this.set(Math.min(here, this.time(drag.x)), Math.max(here, this.time(drag.x)));
    });
    const done = () => { drag = null; };
    this.track.addEventListener('pointerup', done);
    this.track.addEventListener('pointercancel', done);
    for (const [id, isFrom] of [['handle-from', true], ['handle-to', false]]) {
      $(id).addEventListener('keydown', key => {
        const big = Math.max(7, Math.round((this.high - this.low) / DAY / 20));
        const days = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -big, PageUp: big, Home: -Infinity, End: Infinity }[key.key];
        if (days === undefined) return;
        key.preventDefault();
        this.stop();
        const from = Math.max(this.from, this.low), until = Math.min(this.until, this.high);
        if (isFrom) this.set(Math.max(this.low, Math.min(until - DAY, from + days * DAY)), this.until);
        else this.set(this.from, Math.min(this.high, Math.max(from + DAY, until + days * DAY)));
      });
    }
    const typed = () => {
      const from = instant($('from').value), until = instant($('until').value);
      this.stop();
      this.set(from === null || from <= this.first ? -Infinity : from, until === null || until + DAY >= this.last ? Infinity : until + DAY);
    };
    $('from').addEventListener('change', typed);
    $('until').addEventListener('change', typed);
    $('all-time').addEventListener('click', () => { this.stop(); this.set(-Infinity, Infinity); });
    $('play').addEventListener('click', () => this.timer ? this.stop() : this.play());
  }

  shift(from, until, by) {
    const width = until - from;
    const start = Math.max(this.low, Math.min(this.high - width, from + by));
    this.set(start, start + width);
  }

  /** Moves the window through time, a twentieth of it at first. */
  play() {
    const span = this.high - this.low;
    let from = Math.max(this.from, this.low), until = Math.min(this.until, this.high);
    if (this.open || until >= this.high) {
      const width = this.open ? Math.max(DAY, this.floor(span / 12)) : until - from;
      from = this.low;
      until = from + width;
    }
    const step = Math.max(DAY, this.floor(span / 160)), pace = matchMedia('(prefers-reduced-motion: reduce)').matches ? 900 : 180;
    $('play').classList.add('on');
    $('play').setAttribute('aria-label', 'Pause');
    this.set(from, until);
    this.timer = setInterval(() => {
      if (until >= this.high) return this.stop();
      const by = Math.min(step, this.high - until);
      from += by;
      until += by;
      this.set(from, until);
    }, pace);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    $('play').classList.remove('on');
    $('play').setAttribute('aria-label', 'Play');
  }

  /** Counts by time, all of them pale and those that the other filters leave in colour. */
  draw(kept) {
    if (!this.track) return;
    this.kept = kept || this.kept || events;
    const width = this.track.clientWidth, height = 44, ratio = Math.min(window.devicePixelRatio || 1, 2);
    if (!width) return;
    const canvas = $('histogram'), context = canvas.getContext('2d');
    canvas.width = width * ratio;
    canvas.height = 62 * ratio;
    canvas.style.height = '62px';
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const days = (this.high - this.low) / DAY, bins = Math.max(1, Math.min(Math.round(days), Math.floor(width / 5)));
    const size = (this.high - this.low) / bins;
    const count = list => {
      const sums = new Float64Array(bins);
      for (const event of list) {
        if (!event.dated) continue;
        const start = event.sortKey, end = Math.min(event.end, Math.max(start + DAY, this.last));
        const a = Math.floor((start - this.low) / size), b = Math.max(a, Math.ceil((end - this.low) / size) - 1);
        // An event of a month is spread over its days: no false precision here either.
        for (let i = Math.max(0, a); i <= Math.min(bins - 1, b); i++) sums[i] += 1 / (b - a + 1);
      }
      return sums;
    };
    const all = count(events), some = this.kept === events ? all : count(this.kept), most = Math.max(...all, 0.001);
    const bar = width / bins;
    const paint = (sums, colour) => {
      context.fillStyle = colour;
      sums.forEach((sum, i) => {
        const h = sum > 0 ? Math.max(1.5, Math.sqrt(sum / most) * (height - 4)) : 0;
        context.fillRect(i * bar, height - h, Math.max(1, Math.min(bar - (bar > 3 ? 1 : 0), 26)), h);
      });
    };
    paint(all, palette.division);
    paint(some, palette.accent);
    context.fillStyle = palette.coast;
    context.fillRect(0, height, width, 1);
    this.ticks(context, width, height);
    this.place();
  }

  ticks(context, width, height) {
    const days = (this.high - this.low) / DAY, room = Math.max(1, Math.floor(width / 64));
    const steps = [[1, 'd'], [2, 'd'], [7, 'd'], [14, 'd'], [1, 'm'], [2, 'm'], [3, 'm'], [6, 'm'], [1, 'y'], [2, 'y'], [5, 'y'], [10, 'y'], [25, 'y'], [50, 'y'], [100, 'y']];
    const length = { d: 1, m: 30.4, y: 365.25 };
    const [n, unit] = steps.find(([n, unit]) => days / (n * length[unit]) <= room) || [500, 'y'];
    const words = { d: { day: 'numeric', month: 'short' }, m: { month: 'short' }, y: { year: 'numeric' } }[unit];
    const format = new Intl.DateTimeFormat('en-GB', { ...words, timeZone: 'UTC' });
    const year4 = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' });
    let date = new Date(this.low), first = true;
    const year = date.getUTCFullYear(), month = date.getUTCMonth();
    if (unit === 'y') date = new Date(Date.UTC(Math.ceil(year / n) * n, 0));
    else if (unit === 'm') date = new Date(Date.UTC(year, Math.ceil(month / n) * n));
    context.fillStyle = palette.soft;
    context.font = `11px ${palette.font}`;
    context.textBaseline = 'top';
    while (date.getTime() <= this.high) {
      if (date.getTime() >= this.low) {
        const x = this.x(date.getTime()), year = unit === 'm' && (first || date.getUTCMonth() === 0) ? ' ' + year4.format(date) : '', text = format.format(date) + year, half = context.measureText(text).width / 2;
        first = false;
        context.fillRect(x, height, 1, 4);
        context.textAlign = 'center';
        context.fillText(text, Math.max(half, Math.min(width - half, x)), height + 6);
      }
      if (unit === 'd') date = new Date(date.getTime() + n * DAY);
      else if (unit === 'm') date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + n));
      else date = new Date(Date.UTC(date.getUTCFullYear() + n, 0));
    }
  }
}
