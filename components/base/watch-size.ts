/**
 * Calls `act` in the frame after the element got another size, and once at the beginning. Not within the observer's own
 * turn: what changes the layout there is reported to the host's page as an error.
 * @returns ends it
 */
export function watchSize(element: Element, act: () => void): () => void {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(act);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
