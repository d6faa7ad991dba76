import { html, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { attemptPaper } from '../papers/attempt-paper.js';

/** Forms of the whole ledger that anybody may have. */
const forms = ['grants', 'beancount'] as const;
export type OpenForm = (typeof forms)[number];

/** Files of the whole ledger to publish or hand on: nothing private is in them. */
export function openFilesView(desk: Desk): TemplateResult {
  const { l } = desk;
  const make = (form: OpenForm): Promise<void> =>
    attemptPaper(desk, async () => {
      const { saveOpenFile } = await import('./make-open-file.js');
      await saveOpenFile(desk, form);
    });
  return html`<section class="group" aria-labelledby="open-files-title">
    <h4 id="open-files-title">${l.t('desk.open-files')}</h4>
    <p class="hint">${l.t('desk.open-files.hint')}</p>
    <p class="actions">
      ${forms.map(
        (form) =>
          html`<button type="button" data-do="open-${form}" @click=${() => void make(form)}>
            ${l.t(`desk.open-file.${form}`)}
          </button>`,
      )}
    </p>
  </section>`;
}
