import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import type { SheetProblem } from '../../../src/document/index.js';
import type { LanguageController } from '../language.js';
import { problemText } from '../problem-text.js';

type Drawn = TemplateResult | typeof nothing;

/** How the dialog of an import is drawn. */
export interface DialogLook {
  readonly l: LanguageController;
  readonly title: string;
  /** The button that closes it; not there while something goes on that has its own way to stop. */
  readonly close?: (() => void) | undefined;
  /** The button that writes what is shown; not there before there is something to write. */
  readonly go?: { readonly label: string; readonly ready: boolean } | undefined;
  /** Writes it. */
  readonly submit: () => void;
}

/** The dialog of an import, around what stands in it. */
export function importDialog(
  { l, title, close, go, submit }: DialogLook,
  body: TemplateResult,
): TemplateResult {
  const submitted = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  return html`<form class="dialog" novalidate @submit=${submitted}>
    <h2 id="dialog-title" tabindex="-1">${title}</h2>
    ${body}
    <div class="actions end">
      ${
        close
          ? html`<button type="button" data-do="close" @click=${close}>${l.t('file-import.close')}</button>`
          : nothing
      }
      ${
        go
          ? html`<button type="submit" class="primary" data-do="enter" ?disabled=${!go.ready}>
              ${go.label}
            </button>`
          : nothing
      }
    </div>
  </form>`;
}

/** What files may be chosen, and what becomes of them. */
export interface ChooserLook {
  readonly l: LanguageController;
  /** What the field is called in tests. */
  readonly name: string;
  /** What was chosen before. */
  readonly names: readonly string[];
  readonly accept: string;
  readonly multiple?: boolean;
  readonly chosen: (files: readonly File[]) => void;
}

/** Endings of the spreadsheets that are read. */
export const sheetEndings = '.xlsx,.xlsm,.xls,.csv,.txt,.tsv';

/** A button that opens the device's chooser, and the names of what was chosen. */
export function fileChooser({ l, name, names, accept, multiple, chosen }: ChooserLook): TemplateResult {
  const none = names.length === 0;
  const change = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file again is a choice, too: it may have been corrected.
    input.value = '';
    if (files.length > 0) chosen(files);
  };
  return html`<div class="actions">
    <label class="chooser ${none ? 'first' : ''}"
      ><input
        type="file"
        class="visually-hidden"
        data-d=${name}
        accept=${accept}
        ?multiple=${multiple ?? false}
        @change=${change}
      /><span>${l.t(none ? 'file-import.choose' : 'file-import.choose.other')}</span></label
    >
    ${none ? nothing : html`<span class="names">${l.t('file-import.names', { names: names.join(', ') })}</span>`}
  </div>`;
}

/** What goes on, how far it is, and the button that stops it. */
export function progressView(
  l: LanguageController,
  text: string,
  share: number,
  stop?: { readonly can: boolean; readonly go: () => void },
): TemplateResult {
  return html`<p id="import-doing" role="status">${text}</p>
    <progress
      max="100"
      .value=${Math.floor(share * 100)}
      aria-label=${l.t('file-import.progress')}
    ></progress>
    ${
      stop
        ? html`<div class="actions">
            <button type="button" data-do="stop" ?disabled=${!stop.can} @click=${stop.go}>
              ${l.t('file-import.stop')}
            </button>
          </div>`
        : nothing
    }`;
}

/** Why it cannot go on: what is wrong with the file, or why the back end cannot be asked. */
export function whyView(trouble: SheetProblem | Problem | undefined, l: LanguageController): Drawn {
  if (!trouble) return nothing;
  const why = !('retryable' in trouble)
    ? l.t(`sheet.problem.${trouble.code}`, trouble.params)
    : // An import waits in no queue, which is what the words for a form that is offline promise.
      trouble.code === 'offline'
      ? l.t('file-import.offline')
      : problemText(trouble, l);
  return html`<p class="notice bad" role="alert">${why}</p>`;
}

/** A list of which the first ones are named, and the others counted. */
export function namedList(
  l: LanguageController,
  items: readonly (() => string)[],
  most: number,
): TemplateResult {
  const more = items.length - most;
  return html`<ul class="plain">
    ${items.slice(0, most).map((text) => html`<li>${text()}</li>`)}
    ${more > 0 ? html`<li>${l.t('file-import.more', { n: more })}</li>` : nothing}
  </ul>`;
}

/** What the back end says against it, line by line. */
export function refusalsView(
  l: LanguageController,
  lead: string,
  reason: string | undefined,
  lines: readonly (() => string)[],
): TemplateResult {
  return html`<div class="notice bad" role="alert" id="refused" tabindex="-1">
    <p><strong>${lead}</strong></p>
    ${reason === undefined ? nothing : html`<p>${reason}</p>`}
    ${lines.length > 0 ? namedList(l, lines, 50) : nothing}
  </div>`;
}
