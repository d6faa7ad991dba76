import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

interface Themed extends HTMLElement {
  theme: 'light' | 'dark' | undefined;
  readonly updateComplete: Promise<boolean>;
}

/** Widths of small phones, and of a desk. */
const widths = [320, 360, 1280];

/**
 * Fails unless the element satisfies axe in light and dark on a narrow page, scrolls sideways at no width and cuts no
 * text; so does a dialog that it has open.
 */
export async function expectLooks(element: Themed): Promise<void> {
  for (const width of widths) {
    // High: what is off the screen is not laid out, and axe would see it overlap.
    await setViewport({ width, height: 4_000 });
    await element.updateComplete;
    // What fits itself to its width learns of it with one picture, and does so before the next but one.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const inner = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
    const wide = [document.documentElement, element].map(({ scrollWidth }) => scrollWidth);
    expect(Math.max(...wide), 'width').to.be.at.most(width);
    const beyond = inner.filter((one) => one.matches('dialog[open]') && one.scrollWidth > one.clientWidth);
    expect(beyond.map(nameOf).join(), `dialogs wider than the page at ${width}`).to.equal('');
    expect(inner.filter(isCut).map(nameOf).join(), `cut text at ${width}`).to.equal('');
  }
  await setViewport({ width: widths[0]!, height: 4_000 });
  element.theme = 'light';
  await element.updateComplete;
  await expect(element, 'light').to.be.accessible();
  element.theme = 'dark';
  await element.updateComplete;
  expect(await faultsInColour(element), 'dark').to.deep.equal([]);
}

/** What axe objects to of all that another theme can change, by its rule and a selector; after `accessible` has fetched axe. */
async function faultsInColour(element: Element): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const { passes, violations } = await axe.run(element, {
    runOnly: ['color-contrast', 'link-in-text-block'],
    resultTypes: ['violations'],
  });
  // A rule that does not run any more would have nothing to object to.
  expect(passes.length + violations.length, 'rules that were tried').to.be.greaterThan(0);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

/** Hides some of its words from those who see, without a sign of it; what only screen readers read is no cut. */
function isCut(element: HTMLElement): boolean {
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
  if (clientWidth <= 1 || clientHeight <= 1) return false;
  // What is read of many is asked for last: it takes the longest.
  const over = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  if (!over || !element.innerText?.trim()) return false;
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
  // Ends in "…", and the whole of it is read where it is opened.
  if (webkitLineClamp !== 'none') return false;
  const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  return (
    (hides(overflowX) && textOverflow !== 'ellipsis' && scrollWidth > clientWidth + 1) ||
    (hides(overflowY) && scrollHeight > clientHeight + 1)
  );
}

/**
 * Cells of a ledger, where there is room for a table, whose words nobody sees, or figures that do not end where their head
 * does; the running balance aside, which is shown in one order only.
 */
export const unseenCells = ({ shadowRoot }: Element): string[] =>
  [...shadowRoot!.querySelectorAll('.wide [role=gridcell]:not(.balance)')].flatMap((cell) => {
    const { visibility, textAlign } = getComputedStyle(cell);
    const wrong = visibility !== 'visible' || (cell.matches('.in, .out') && textAlign !== 'end');
    return wrong ? [cell.className] : [];
  });

const nameOf = (element: Element): string =>
  `${element.localName}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').trim().slice(0, 40)}`;

/** The page as it was before. */
export async function restoreLooks(): Promise<void> {
  await emulateMedia({ media: 'screen' });
  await setViewport({ width: 800, height: 600 });
}
