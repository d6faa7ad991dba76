/**
 * Resolves once an element is within a screen of what is seen, so that what it takes is there when it comes into view. Never,
 * where `signal` ends before that.
 */
export function whenNear(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((near) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        near();
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  });
}
