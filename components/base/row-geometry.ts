/**
 * Pixels that the scrolled area is tall at most. Browsers draw nothing beyond 17.9 million (Firefox), 33.5 million device
 * pixels (Chromium: 11 million on a phone with three to a pixel), and less when the page is magnified.
 */
export const MOST_PIXELS = 5_000_000;

/**
 * Where a list of equal rows stands that may be taller than a browser can scroll. `top` is the place in the list, in its
 * own pixels; the scroll bar stands for it in proportion. Turning a wheel moves the list by as many pixels as the wheel
 * says, however small the scale is; dragging the bar goes to the place that the bar shows.
 */
export class Geometry {
  count = 0;
  rowHeight = 48;
  /** Height in which rows are seen. */
  viewport = 480;
  top = 0;
  /** Of the scroll bar, when it was looked at last. */
  scrollTop = 0;
  readonly #most: number;

  constructor(most = MOST_PIXELS) {
    this.#most = most;
  }

  /** Height of the whole list. */
  get total(): number {
    return this.count * this.rowHeight;
  }

  /** Height of what is scrolled. */
  get height(): number {
    return Math.min(this.total, this.#most);
  }

  get #lastTop(): number {
    return Math.max(0, this.total - this.viewport);
  }

  get #lastScroll(): number {
    return Math.max(0, this.height - this.viewport);
  }

  #clamp(top: number): number {
    return Math.min(Math.max(0, top), this.#lastTop);
  }

  /** The scroll bar was moved. */
  scrolled(scrollTop: number): void {
    const by = scrollTop - this.scrollTop;
    this.scrollTop = scrollTop;
    if (this.height === this.total) this.top = this.#clamp(scrollTop);
    else if (scrollTop <= 0) this.top = 0;
    else if (scrollTop >= this.#lastScroll - 1) this.top = this.#lastTop;
    else if (Math.abs(by) <= this.viewport) this.top = this.#clamp(this.top + by);
    else this.top = (scrollTop / this.#lastScroll) * this.#lastTop;
  }

  /** Where the scroll bar belongs for the place that is shown. */
  settled(): number {
    if (this.#lastTop === 0) return 0;
    return this.height === this.total ? this.top : (this.top / this.#lastTop) * this.#lastScroll;
  }

  /** Goes to a place; the scroll bar has to follow to `settled()`. */
  goTo(top: number): void {
    this.top = this.#clamp(top);
    this.scrollTop = this.settled();
  }

  /** Brings a row into sight by the shortest way. */
  reveal(index: number): void {
    const top = index * this.rowHeight;
    if (top < this.top) this.goTo(top);
    else if (top + this.rowHeight > this.top + this.viewport) this.goTo(top + this.rowHeight - this.viewport);
    else this.goTo(this.top);
  }

  /** The rows to draw, with some around those that are seen. */
  range(around: number): { first: number; end: number } {
    const first = Math.floor(this.top / this.rowHeight) - around;
    const end = Math.ceil((this.top + this.viewport) / this.rowHeight) + around;
    return { first: Math.max(0, first), end: Math.min(this.count, Math.max(end, 0)) };
  }

  /** Where in the scrolled area a row stands at this moment. */
  place(index: number): number {
    return this.scrollTop + index * this.rowHeight - this.top;
  }

  /** Rows that are seen whole at a time. */
  get page(): number {
    return Math.max(1, Math.floor(this.viewport / this.rowHeight));
  }
}
