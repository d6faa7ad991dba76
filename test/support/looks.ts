import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

interface Themed extends HTMLElement {
  theme: 'light' | 'dark' | undefined;
  readonly updateComplete: Promise<boolean>;
}

/** Fails unless the element satisfies axe in light and dark, and fits 320 px without scrolling sideways. */
export async function expectLooks(element: Themed): Promise<void> {
  // High: what is off the screen is not laid out, and axe would see it overlap.
  await setViewport({ width: 320, height: 4_000 });
  for (const theme of ['light', 'dark'] as const) {
    element.theme = theme;
    await element.updateComplete;
    await expect(element, theme).to.be.accessible();
  }
  const wide = [document.documentElement, element].map(({ scrollWidth }) => scrollWidth);
  expect(Math.max(...wide), 'width').to.be.at.most(320);
}

/** The page as it was before. */
export async function restoreLooks(): Promise<void> {
  await emulateMedia({ media: 'screen' });
  await setViewport({ width: 800, height: 600 });
}
