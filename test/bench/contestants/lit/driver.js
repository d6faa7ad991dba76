const root = () => document.querySelector('bench-form')?.shadowRoot;
globalThis.benchDriver = {
  total: () => root()?.querySelector('#total')?.textContent,
  criteria: () => [...(root()?.querySelectorAll('[data-criterion]') ?? [])],
};
