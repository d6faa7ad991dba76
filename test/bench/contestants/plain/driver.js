globalThis.benchDriver = {
  total: () => document.querySelector('#total')?.textContent,
  criteria: () => [...document.querySelectorAll('[data-criterion]')],
};
