globalThis.benchDriver = {
  total: () => document.querySelector('[data-name="total"]')?.textContent,
  criteria: () =>
    [...document.querySelectorAll('.sd-panel')].filter(
      (panel) => panel.querySelector('[data-name$="_note"]') && !panel.querySelector('.sd-panel'),
    ),
};
