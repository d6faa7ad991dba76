import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageController } from '../base/language.js';

export interface EntryView {
  l: LanguageController;
  /** A file is being dragged over the place. */
  hovered: boolean;
  /** The person asked to check an empty text. */
  missing: boolean;
  file: (file: File) => void;
  text: (text: string) => void;
  hover: (over: boolean) => void;
}

/** Opens the chooser of the hidden field behind a button. */
function choose(event: Event): void {
  (event.currentTarget as HTMLElement).parentElement
    ?.querySelector<HTMLInputElement>(`#${(event.currentTarget as HTMLElement).dataset['for'] ?? ''}`)
    ?.click();
}

/** Where a badge is handed in: dropped, chosen, photographed, or pasted. */
export function entryView({ l, hovered, missing, file, text, hover }: EntryView): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [first] = input.files ?? [];
    if (first) file(first);
    // The same file once more is a new check.
    input.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    hover(false);
    const { files } = event.dataTransfer ?? {};
    const words = event.dataTransfer?.getData('text/plain');
    if (files?.[0]) file(files[0]);
    else if (words) text(words);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    hover(true);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    text((event.currentTarget as HTMLFormElement).querySelector('textarea')?.value ?? '');
  };
  return html`<div class="entry" part="entry">
    <p class="hint">${l.t('verify.lead')}</p>
    <div
      class="drop ${hovered ? 'hovered' : ''}"
      @dragover=${over}
      @dragleave=${() => hover(false)}
      @drop=${drop}
    >
      <span>${l.t('verify.drop')}</span>
      <button type="button" class="primary" data-for="file" @click=${choose}>${l.t('verify.choose')}</button>
      <button type="button" data-for="photo" @click=${choose}>${l.t('verify.camera')}</button>
      <input
        id="file"
        type="file"
        hidden
        accept="image/*,.svg,.json,.jsonld,.jwt,.txt,application/json"
        @change=${chosen}
      />
      <input id="photo" type="file" hidden accept="image/*" capture="environment" @change=${chosen} />
    </div>
    <form @submit=${submit}>
      <label for="text">${l.t('verify.text')}</label>
      <textarea
        id="text"
        rows="3"
        maxlength="300000"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        aria-invalid=${missing ? 'true' : nothing}
        aria-describedby=${missing ? 'text-error' : nothing}
      ></textarea>
      ${missing ? html`<p class="error" id="text-error" role="alert">${l.t('verify.empty')}</p>` : nothing}
      <p><button type="submit">${l.t('verify.check')}</button></p>
    </form>
  </div>`;
}
