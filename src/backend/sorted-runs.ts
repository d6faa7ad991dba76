/**
 * Texts that come in pieces and stand in order at the end. Each piece is sorted when it comes and merged with those of its
 * length, so that a hundred thousand take no single long step.
 */
export class SortedRuns {
  readonly #runs: string[][] = [];
  readonly #before: (one: string, other: string) => boolean;

  constructor(before: (one: string, other: string) => boolean) {
    this.#before = before;
  }

  add(some: readonly string[]): void {
    if (some.length === 0) return;
    this.#runs.push([...some].sort((a, b) => (this.#before(a, b) ? -1 : 1)));
    while (this.#runs.length > 1 && this.#runs.at(-2)!.length <= this.#runs.at(-1)!.length) this.#join();
  }

  /** All of them in order; nothing is held any more. */
  all(): string[] {
    while (this.#runs.length > 1) this.#join();
    return this.#runs.pop() ?? [];
  }

  #join(): void {
    const later = this.#runs.pop()!;
    const earlier = this.#runs.pop()!;
    const joined: string[] = [];
    let a = 0;
    let b = 0;
    while (a < earlier.length && b < later.length)
      joined.push(this.#before(later[b]!, earlier[a]!) ? later[b++]! : earlier[a++]!);
    while (a < earlier.length) joined.push(earlier[a++]!);
    while (b < later.length) joined.push(later[b++]!);
    this.#runs.push(joined);
  }
}
