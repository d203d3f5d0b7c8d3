// The list beside the map: only the rows in sight exist, so that it stays fluid with any number of events.

const ROW = 102;
const byDate = (a, b) => a.sortKey - b.sortKey || a.index - b.index;

class EventList {
  /** `onPick(event)` is called when a row is clicked or entered. */
  constructor(onPick) {
    this.box = $('list');
    this.space = $('list-space');
    this.rows = [];
    this.active = -1;
    this.box.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.box);
    this.space.addEventListener('click', pointer => {
      const row = pointer.target.closest('.item');
      if (row) { this.activate(Number(row.dataset.row)); onPick(this.rows[this.active]); }
    });
    this.box.addEventListener('keydown', key => {
      const page = Math.max(1, Math.floor(this.box.clientHeight / ROW) - 1);
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[key.key];
      if (step !== undefined) {
        key.preventDefault();
        this.move(step);
      } else if ((key.key === 'Enter' || key.key === ' ') && this.rows[this.active] instanceof MapEvent) {
        key.preventDefault();
        onPick(this.rows[this.active]);
      }
    });
  }

  /** Shows placed events, then, under a line that says so, those without a place. */
  show(placed, unplaced, total) {
    const picked = this.rows[this.active];
    this.rows = unplaced.length ? [...placed, counted(unplaced.length, 'event') + ' without a place on the map', ...unplaced] : placed;
    this.active = picked ? this.rows.indexOf(picked) : -1;
    this.space.style.height = this.rows.length * ROW + 'px';
    $('list-count').textContent = counted(placed.length, 'event') + (placed.length < total ? ' of ' + total.toLocaleString('en-GB') : '');
    this.draw();
  }

  move(step) {
    const last = this.rows.length - 1;
    if (last < 0) return;
    let next = Math.max(0, Math.min(last, this.active + step));
    if (typeof this.rows[next] === 'string') next = Math.max(0, Math.min(last, next + (step < 0 ? -1 : 1)));
    this.activate(next);
    this.reveal();
  }

  activate(index) {
    this.active = index;
    this.draw();
  }

  /** Marks the row of `event` and scrolls to it. */
  select(event) {
    this.active = event ? this.rows.indexOf(event) : -1;
    if (this.active >= 0) this.reveal();
    this.draw();
  }

  reveal() {
    const top = this.active * ROW, box = this.box;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
    this.draw();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 4);
    const last = Math.min(this.rows.length, Math.ceil((this.box.scrollTop + this.box.clientHeight) / ROW) + 4);
    const rows = [];
    for (let index = first; index < last; index++) rows.push(this.row(index));
    if (!this.rows.length) rows.push(make('p', { class: 'nothing' }, events.length ? 'No event here. Move the map, or reset the filters.' : 'There are no events.'));
    this.space.replaceChildren(...rows);
    const active = this.active >= first && this.active < last ? 'row-' + this.active : null;
    if (active) this.box.setAttribute('aria-activedescendant', active); else this.box.removeAttribute('aria-activedescendant');
  }

  row(index) {
    const event = this.rows[index];
    const place = element => { element.style.top = index * ROW + 'px'; return element; };
    if (typeof event === 'string') return place(make('div', { class: 'group', role: 'presentation' }, event));
    const where = [dateInWords(event), event.where, event.hollow ? event.modality : null].filter(Boolean).join(' · ');
    return place(make('div', {
      class: index === this.active ? 'item active' : 'item', role: 'option', id: 'row-' + index, 'data-row': index,
      'aria-selected': index === this.active, 'aria-setsize': this.rows.length, 'aria-posinset': index + 1,
    }, icon(event.style, event.hollow), make('h3', null, event.title), make('p', { class: 'where' }, where), make('p', { class: 'said' }, event.get('passage') || '')));
  }
}
