/* Runs in the page of a ledger. What it asks of a contestant lies in `ledgerDriver`. */
globalThis.ledgerBench = (() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (port1.close(), resolve());
      port2.postMessage(0);
    });
  /** The first task after this frame was drawn. */
  const afterPaint = async () => {
    await frame();
    await task();
  };
  const signature = () => globalThis.ledgerDriver?.signature();

  /** Milliseconds from the act, within a frame, to the first task after the frame that painted its answer. */
  async function until(expected, act) {
    for (let settle = 0; settle < 5; settle++) await afterPaint();
    await frame();
    const start = performance.now();
    act();
    for (;;) {
      await task();
      // Its styles and places may still wait for the frame to come: what was drawn is asked for after it.
      if (signature() === expected) return performance.now() - start;
      if (performance.now() - start > 30_000)
        throw new Error(`The ledger shows ${signature()} instead of ${expected}`);
      await frame();
    }
  }

  /** Shows the content; resolves once its first rows are painted. */
  const show = (content, expected) => until(expected, () => ledgerDriver.show(content));
  const ask = (question, expected) => until(expected, () => ledgerDriver.act(question));

  let record;
  /** Notes each frame, and what the browser itself calls long, until `frames` is asked for. */
  function watch() {
    record = { frames: [], work: [], long: [], tasks: [], going: true };
    const mine = record;
    let last;
    const each = async (now) => {
      if (!mine.going) return;
      if (last !== undefined) mine.frames.push(now - last);
      last = now;
      const begun = performance.now();
      requestAnimationFrame(each);
      await task();
      mine.work.push(performance.now() - begun);
    };
    requestAnimationFrame(each);
    mine.observers = [
      ['long-animation-frame', mine.long],
      ['longtask', mine.tasks],
    ].map(([type, list]) => {
      const observer = new PerformanceObserver((entries) => {
        for (const entry of entries.getEntries()) list.push(entry.duration);
      });
      observer.observe({ type });
      return observer;
    });
  }

  function frames() {
    record.going = false;
    for (const observer of record.observers) observer.disconnect();
    const { frames: list, work, long, tasks } = record;
    return { frames: list, work, long, tasks };
  }

  return { show, ask, watch, frames, frame, afterPaint };
})();
