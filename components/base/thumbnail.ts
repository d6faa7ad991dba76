import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { Evidence } from '../../src/domain/answer.schema.js';

type FileEvidence = Extract<Evidence, { kind: 'file' }>;
type Open = (file: FileEvidence) => Promise<Blob>;

/** Longest side in pixels of the screen, enough for one with two of them a pixel of the page. */
const side = 160;
/** Bytes beyond which a photo is fetched only when somebody opens it: a line in the country takes a minute for it. */
const mostBytes = 3 * 1_048_576;

/** What was begun: a page draws itself anew with every keystroke. */
const begun = new WeakMap<Element, string>();

/**
 * A small picture of a photo, drawn on a canvas, which no policy of the host forbids as it may pictures at `blob:` addresses. It
 * is fetched when it comes into view. Nothing is shown for other files, and where the photo cannot be had or read: the name
 * and the kind stand beside it in any case.
 * @param words what it is, for whoever does not see it; `open` brings its bytes
 */
export function thumbnailView(
  file: FileEvidence,
  words: string,
  open: Open,
): TemplateResult | typeof nothing {
  if (!file.type.startsWith('image/') || file.size > mostBytes) return nothing;
  return html`<canvas class="thumbnail" role="img" aria-label=${words} ${drawn(file, open)}></canvas>`;
}

class Drawn extends Directive {
  render(_file: FileEvidence, _open: Open): void {
    // Nothing is drawn but the canvas itself.
  }

  override update({ element }: ElementPart, [file, open]: [FileEvidence, Open]): void {
    if (begun.get(element) === file.sha256) return;
    begun.set(element, file.sha256);
    const canvas = element as HTMLCanvasElement;
    canvas.hidden = true;
    // What is hidden never comes into view; its line does, in which it stands once this drawing is done.
    queueMicrotask(() =>
      whenSeen(canvas.parentElement ?? canvas, () => {
        draw(canvas, file.sha256, () => open(file)).catch(() => undefined);
      }),
    );
  }
}
const drawn = directive(Drawn);

async function draw(canvas: HTMLCanvasElement, sha256: string, open: () => Promise<Blob>): Promise<void> {
  const [blob, { openPhoto }] = await Promise.all([open(), import('../../src/client/photo-pixels.js')]);
  const photo = await openPhoto(blob, side);
  if (!photo) return;
  // Another file may stand in this line by now.
  if (begun.get(canvas) === sha256) {
    canvas.width = photo.source.width;
    canvas.height = photo.source.height;
    canvas.getContext('2d')?.drawImage(photo.source, 0, 0);
    canvas.hidden = false;
  }
  photo.close();
}

function whenSeen(element: Element, act: () => void): void {
  if (typeof IntersectionObserver !== 'function') return act();
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
}
