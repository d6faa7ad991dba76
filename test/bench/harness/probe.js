/* Runs in the page, before anything else. What it asks of a contestant lies in `benchDriver`. */
globalThis.bench = (() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Milliseconds since navigation after which a contestant is held to be broken. */
  const patience = 90_000;
  function expectBefore(what) {
    if (performance.now() < patience) return;
    const shown = benchDriver.text?.() ?? document.body.innerText;
    throw new Error(`${what} did not happen; the page shows: ${shown.slice(0, 500)}`);
  }
  /** The first task after this frame was drawn. */
  const afterPaint = async () => {
    await frame();
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    port1.close();
  };
  const typed = (element) => element?.querySelector('input:is([type=text],[type=number])');
  const radios = (element) => [...element.querySelectorAll('input[type=radio]')];

  function type(field, text) {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Criteria that a person can answer right now. */
  const answerable = () =>
    benchDriver.criteria().filter((element) => element.querySelector('input:not([type=file])'));

  /** Resolves with the milliseconds since navigation at which typing into the first criterion moved the total, painted. */
  async function interactive() {
    let seen;
    for (let turn = 0; ; turn++) {
      await frame();
      expectBefore('A first criterion that reacts');
      const field = typed(benchDriver.criteria()[0]);
      const before = benchDriver.total();
      if (!field || field.disabled || before === undefined) continue;
      seen ??= performance.now();
      type(field, turn % 2 ? '1' : '2');
      await afterPaint();
      if (benchDriver.total() === before) continue;
      await frame();
      return { seen, interactive: performance.now() };
    }
  }

  /** Resolves with the milliseconds since navigation at which all criteria were in the page and painted. */
  async function complete(count) {
    for (;;) {
      await frame();
      expectBefore('A complete form');
      if (answerable().length < count) continue;
      await frame();
      await frame();
      return performance.now();
    }
  }

  /** One change of an answer: typing points, or choosing an option. Milliseconds from the event to the new total painted. */
  async function change(element, turn) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let settle = 0; settle < 5; settle++) await afterPaint();
    const field = typed(element);
    const before = benchDriver.total();
    // Starting within a frame leaves the wait for the screen's next refresh out of the figure.
    await frame();
    const start = performance.now();
    const acted = benchDriver.act?.(element);
    if (!acted && field) type(field, field.value.startsWith('1') ? '2' : '1');
    else if (!acted)
      radios(element)
        .filter((radio) => !radio.checked)
        .at(-1)
        .click();
    for (let frames = 0; frames < 600; frames++) {
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
      port1.close();
      if (benchDriver.total() !== before) return performance.now() - start;
      await frame();
    }
    throw new Error(`The total did not react to turn ${turn}`);
  }

  /** Several changes, spread over the whole form. */
  async function changes(times) {
    const list = benchDriver.criteria();
    const results = [];
    for (let turn = 0; turn < times; turn++) {
      const group = Math.floor((turn * list.length) / 4 / times);
      // Of each four criteria the first takes points and the second options.
      results.push(await change(list[group * 4 + (turn % 2)], turn));
    }
    return results;
  }

  /** True once some IndexedDB record of this origin holds the marker. */
  async function stored(marker) {
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      try {
        for (const store of db.objectStoreNames) {
          const values = await new Promise((resolve, reject) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          if (JSON.stringify(values).includes(marker)) return true;
        }
      } finally {
        db.close();
      }
    }
    return false;
  }

  /** Types points into the first criterion until the total reacts, and resolves once they are stored. */
  async function saveMark(text) {
    await interactive();
    type(typed(benchDriver.criteria()[0]), text);
    for (const end = performance.now() + 15_000; performance.now() < end;) {
      if (await stored(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`"${text}" was not stored`);
  }

  /** Elements in the page, through shadow roots. */
  function count(root = document) {
    let elements = 0;
    for (const element of root.querySelectorAll('*'))
      elements += 1 + (element.shadowRoot ? count(element.shadowRoot) : 0);
    return elements;
  }

  /** What came over the network besides the document: bodies as sent, that is compressed. */
  const transfers = () =>
    performance
      .getEntriesByType('resource')
      // What the cache of this very visit had is no second transfer.
      .filter((entry) => entry.transferSize > 0)
      .map((entry) => ({
        path: new URL(entry.name).pathname,
        bytes: entry.encodedBodySize,
        start: entry.startTime,
        end: entry.responseEnd,
      }));

  return { interactive, complete, changes, saveMark, stored, count, transfers, type, typed, frame };
})();
