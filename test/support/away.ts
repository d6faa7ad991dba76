/** Somebody who leaves the page and is back after a while. Undone after each test of a file that calls `useAway`. */
const real = Date.now.bind(Date);
let ahead = 0;

/** Hidden for so many seconds of a clock that is set forward. */
export function away(seconds: number): void {
  for (const state of ['hidden', 'visible']) {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    if (state === 'hidden') ahead += seconds * 1000;
  }
}

export function useAway(): void {
  beforeEach(() => {
    ahead = 0;
    Date.now = () => real() + ahead;
  });
  afterEach(() => {
    Date.now = real;
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
  });
}
