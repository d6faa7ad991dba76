import { html, nothing, type TemplateResult } from 'lit';
import { snapshot } from '../../../src/domain/score-snapshot.js';
import type { LanguageController } from '../../base/language.js';
import { scoreWords } from '../../base/claim-words.js';
import type { ReviewContext } from '../review-context.js';

/** Giving back: the reason, and the remarks that go along. `bare`: the reason was left out. */
export function returnDialog({ view, session, l }: ReviewContext, bare: boolean): TemplateResult {
  const remarks = [...view.criteria.values()].filter(({ id }) => view.comments.has(id));
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('review.return.title')}</h2>
    <p>${l.t('review.return.hint')}</p>
    <label class="field"
      ><span>${l.t('review.return.reason')}</span
      ><textarea
        rows="3"
        maxlength="4000"
        name="reason"
        .value=${view.reason}
        @input=${(event: Event) => session.reason((event.target as HTMLTextAreaElement).value)}
        aria-invalid=${bare ? 'true' : 'false'}
        aria-describedby=${bare ? 'bare' : nothing}
      ></textarea>
    </label>
    ${bare ? html`<p class="error" id="bare" role="alert">${l.t('review.return.missing')}</p>` : nothing}
    ${
      remarks.length > 0
        ? html`<p>${l.t('review.return.comments', { n: remarks.length })}</p>
            <ul class="links">
              ${remarks.map(
                ({ id, number, title }) =>
                  html`<li>
                    <strong>${number ? `${number} ` : ''}${l.text(title)}</strong>: ${view.comments.get(id)}
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    <div class="actions end">
      <button type="submit" value="cancel" formnovalidate>${l.t('review.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t('review.return')}</button>
    </div>
  </form>`;
}

/** Last look before verifying. */
export function verifyDialog({ view, l }: ReviewContext): TemplateResult {
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('review.verify.title')}</h2>
    <dl class="pairs">
      <div>
        <dt>${l.t('review.score.self')}</dt>
        <dd>${scoreWords(snapshot(view.self), view.set, l)}</dd>
      </div>
      <div>
        <dt>${l.t('review.score.own')}</dt>
        <dd>${scoreWords(snapshot(view.result), view.set, l)}</dd>
      </div>
    </dl>
    <p>${l.t('review.verify.hint')}</p>
    ${
      view.comments.size > 0
        ? html`<p class="notice warn">${l.t('review.verify.comments', { n: view.comments.size })}</p>`
        : nothing
    }
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('review.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t('review.verify')}</button>
    </div>
  </form>`;
}

/** A file, drawn on a canvas so that a strict policy has nothing to object to. */
export function previewDialog(
  name: string,
  drawable: boolean,
  save: () => void,
  l: LanguageController,
): TemplateResult {
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${name}</h2>
    ${
      drawable
        ? html`<canvas role="img" aria-label=${l.t('review.evidence.picture', { name })}></canvas>`
        : html`<p>${l.t('review.evidence.no-preview')}</p>`
    }
    <div class="actions end">
      <button type="button" @click=${save}>${l.t('review.evidence.download')}</button>
      <button type="submit" value="close" class="primary">${l.t('review.evidence.close')}</button>
    </div>
  </form>`;
}
