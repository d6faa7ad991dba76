/** What shows that somebody is there, and not only a page that was opened. The focus does not: a form puts it where it was. */
const signs = ['pointerdown', 'keydown', 'click', 'input', 'visibilitychange', 'online'] as const;

let acted: Promise<void> | undefined;

/** Resolves once a person does something on the page, or comes back to it; the same for everybody who asks. */
export function firstAct(): Promise<void> {
  return (acted ??= new Promise((resolve) => {
    const watch = new AbortController();
    for (const sign of signs)
      addEventListener(
        sign,
        () => {
          // Whoever leaves does nothing here any more.
          if (document.hidden) return;
          watch.abort();
          resolve();
        },
        { signal: watch.signal, capture: true, passive: true },
      );
  }));
}
