/** Milliseconds for which nothing is taken on trust after that was wrong: another server is at the same records. */
const doubt = 5_000;

/** Whether commands may be decided on what is at hand, before anybody has looked whether it still stands so in the database. */
export class Trust {
  #doubted = 0;

  get given(): boolean {
    return performance.now() >= this.#doubted;
  }

  /** What was at hand was old: what could not be written on trust was applied once the database had been looked at. */
  lose(): void {
    this.#doubted = performance.now() + doubt;
  }
}
