/** Growths in a row that are told at once; what follows is told slowly. */
const quick = 6;
/** Milliseconds between two growths that are told slowly. */
const pause = 1_000;
/** Growths in a row after which content is taken for content that will always ask for more. */
const most = 11;
/** How often a person's touch lets it try again. */
const tries = 2;

/**
 * Decides which heights are told to the portal's page. Content that is sized after its window (`100vh` and more) would ask
 * for more each time that it is given more: it goes back to the height that it asked for first, and scrolls. Content that
 * comes bit by bit grows in a row, too; it is done before the slow part is.
 */
export class HeightJudge {
  #told: number | undefined;
  #toldAt = -Infinity;
  /** The height before a row of growths began, each of which followed on the one before. */
  #before: number | undefined;
  #row = 0;
  #frozen = 0;
  #held = false;

  /**
   * The height to tell; `later`: milliseconds after which to ask again; undefined where there is nothing to say.
   * @param content CSS pixels that the content takes now
   * @param windowHeight CSS pixels that the frame's window has now
   * @param now milliseconds
   */
  next(
    content: number,
    windowHeight: number,
    now: number,
  ): { height: number } | { later: number } | undefined {
    const height = Math.ceil(content);
    // Hidden frames have no layout; what they would say is wrong once they are shown.
    if (height <= 0 || height === this.#told || this.#held) return undefined;
    const told = this.#told;
    // Rounding of zoomed pages makes a difference of a pixel.
    const answers = told !== undefined && height > told && Math.abs(windowHeight - told) <= 1;
    if (!answers) {
      this.#row = 0;
      this.#before = undefined;
      return this.#tell(height, now);
    }
    const wait = this.#toldAt + pause - now;
    if (this.#row >= quick && wait > 0) return { later: wait };
    this.#before ??= told;
    if (++this.#row < most) return this.#tell(height, now);
    this.#held = true;
    this.#frozen++;
    return this.#tell(this.#before, now);
  }

  /** What a person does may well make content grow: the row begins anew. */
  touched(): void {
    this.#row = 0;
    this.#before = undefined;
    this.#held = this.#frozen >= tries;
  }

  #tell(height: number, now: number): { height: number } {
    this.#told = height;
    this.#toldAt = now;
    return { height };
  }
}
