import { HeightJudge } from './height.js';

/**
 * Tells how much room the content of a page takes, now and whenever it changes.
 * @param content an element whose height follows from what is in it, never from the window
 */
export function reportHeight(content: Element, tell: (height: number) => void): () => void {
  const judge = new HeightJudge();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const { height } = content.getBoundingClientRect();
    const verdict = judge.next(height, innerHeight, performance.now());
    if (!verdict) return;
    if ('height' in verdict) tell(verdict.height);
    else timer = setTimeout(look, verdict.later);
  };
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const touched = (): void => {
    judge.touched();
    soon();
  };
  const observer = new ResizeObserver(soon);
  observer.observe(content);
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, touched, { capture: true });
  look();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    for (const name of ['pointerdown', 'keydown']) removeEventListener(name, touched, { capture: true });
  };
}
