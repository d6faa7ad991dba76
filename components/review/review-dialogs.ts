import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import type { ReviewSession } from '../../src/client/review.types.js';
import type { Evidence } from '../../src/domain/answer.schema.js';
import { drawImage, saveFile } from '../base/files.js';
import type { LanguageController } from '../base/language.js';
import { previewDialog, returnDialog, verifyDialog } from './parts/dialogs.js';
import type { ReviewContext } from './review-context.js';

type Dialog =
  | { kind: 'return'; bare: boolean }
  | { kind: 'verify' }
  | { kind: 'preview'; name: string; blob: Blob };

/** The desk, as far as its dialogs need it. */
interface DialogHost extends LitElement {
  readonly l: LanguageController;
  readonly session: ReviewSession | undefined;
  end(outcome: 'return' | 'verify', run: () => Promise<boolean>): Promise<void>;
}

/** The bytes of a file. Errors: those of the back end's files. */
export async function bytesOf(client: Client, sha256: string): Promise<Blob> {
  const { fetchFile } = await import('../../src/client/evidence.js');
  return fetchFile(client, sha256);
}

/** Returning, verifying and looking at a file: one dialog at a time, inside the desk's shadow root. */
export class ReviewDialogs {
  #host: DialogHost;
  #dialog: Dialog | undefined;
  #thumbnails: typeof import('../base/thumbnail.js') | undefined;
  #asked = false;

  constructor(host: DialogHost) {
    this.#host = host;
  }

  /** What draws small pictures, fetched when it is first asked for. Without it there are names. */
  get thumbnails(): typeof import('../base/thumbnail.js') | undefined {
    if (!this.#asked) {
      this.#asked = true;
      import('../base/thumbnail.js').then(
        (part) => {
          this.#thumbnails = part;
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#thumbnails;
  }

  ask(kind: 'return' | 'verify'): Promise<void> {
    return this.#show(kind === 'verify' ? { kind } : { kind, bare: false });
  }

  /** Errors: those of the back end's files. */
  async preview(client: Client, { sha256, name }: Extract<Evidence, { kind: 'file' }>): Promise<void> {
    const blob = await bytesOf(client, sha256);
    await this.#show({ kind: 'preview', name, blob });
    const canvas = this.#host.renderRoot.querySelector<HTMLCanvasElement>('dialog canvas');
    if (canvas) await drawImage(canvas, blob);
  }

  async #show(dialog: Dialog): Promise<void> {
    this.#dialog = dialog;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const element = this.#host.renderRoot.querySelector('dialog');
    if (element && !element.open) element.showModal();
  }

  readonly submit = (event: SubmitEvent): void => {
    const dialog = this.#dialog;
    const { session } = this.#host;
    const button = event.submitter as HTMLButtonElement | null;
    if (!dialog || !session || button?.value !== 'ok') return;
    if (dialog.kind === 'verify') void this.#host.end('verify', () => session.verify());
    if (dialog.kind !== 'return') return;
    const reason = session.getState().reason.trim();
    if (reason !== '') return void this.#host.end('return', () => session.giveBack(reason));
    event.preventDefault();
    this.#dialog = { ...dialog, bare: true };
    this.#host.requestUpdate();
  };

  /** Also by the Escape key, which sends no form. */
  readonly close = (event: Event): void => {
    if ((event.target as HTMLDialogElement).open) return;
    this.#dialog = undefined;
    this.#host.requestUpdate();
  };

  view(context: ReviewContext | undefined): TemplateResult | typeof nothing {
    const dialog = this.#dialog;
    if (!dialog || !context) return nothing;
    if (dialog.kind === 'verify') return verifyDialog(context);
    if (dialog.kind === 'return') return returnDialog(context, dialog.bare);
    const { name, blob } = dialog;
    return previewDialog(name, blob.type.startsWith('image/'), () => saveFile(blob, name), this.#host.l);
  }
}
