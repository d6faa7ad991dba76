import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Evidence } from '../../../src/domain/answer.schema.js';
import { formatFile } from '../../../src/i18n/format-bytes.js';
import { achievementWords } from '../../base/achievement-words.js';
import type { ReviewContext } from '../review-context.js';

function piece(evidence: Evidence, { l, preview, openFile, thumbnails }: ReviewContext): TemplateResult {
  return html`<li>
    ${
      evidence.kind === 'link'
        ? html`<a href=${evidence.url} target="_blank" rel="noopener noreferrer">${evidence.name}</a>
            <span class="hint"
              >${evidence.achievement ? achievementWords(evidence.achievement, l, 'review.evidence') : l.t('review.evidence.link')}</span
            >`
        : html`${thumbnails?.thumbnailView(evidence, l.t('review.evidence.photo', { name: evidence.name }), openFile) ?? nothing}
            <button type="button" class="quiet" @click=${() => preview(evidence)}>${evidence.name}</button>
            <span class="hint">${formatFile(evidence, l.lang)}</span>`
    }
  </li>`;
}

/** The author's evidence for a criterion: names, to be opened or looked at. */
export function evidenceView(
  answer: Answer,
  missing: boolean,
  id: string,
  context: ReviewContext,
): TemplateResult {
  const { l } = context;
  const pieces = answer.evidence ?? [];
  return html`<div class="evidence">
    <p class="label" id="e-${id}">${l.t('review.evidence')}</p>
    ${
      pieces.length > 0
        ? html`<ul class="links" aria-labelledby="e-${id}">
            ${pieces.map((one) => piece(one, context))}
          </ul>`
        : html`<p class="hint">${l.t('review.evidence.none')}</p>`
    }
    ${missing ? html`<p class="error">${l.t('review.evidence.missing')}</p>` : nothing}
  </div>`;
}
