const desk = () => document.querySelector('htsd-review, htsd-recognition')?.shadowRoot;
const words = (element) => element?.textContent.replaceAll(/\s+/g, ' ').trim();
globalThis.benchDriver = {
  // The reviewer's total, or how many the signer has chosen.
  total: () => words(desk()?.querySelector('#own-score, #ticked')),
  text: () => words(desk()),
  criteria: () => [...(desk()?.querySelectorAll('.criterion, .row') ?? [])],
  /** Ticks a row; marks are typed or chosen like answers. */
  act(element) {
    const tick = element.matches('.row') && element.querySelector('input[type=checkbox]');
    if (!tick) return false;
    tick.click();
    return true;
  },
};
