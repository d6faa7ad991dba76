import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Evidence } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { formatFile } from '../../../src/i18n/format-bytes.js';
import { achievementWords } from '../../base/achievement-words.js';
import { problemText } from '../../base/problem-text.js';
import { thumbnailView } from '../../base/thumbnail.js';
import type { FormContext } from '../form-context.js';
import { remarksView } from './remarks-view.js';

/** Draws the fold of a criterion: note, evidence, remarks. Loaded when the first fold opens. */
export type ExtrasPart = (criterion: Criterion, answer: Answer, context: FormContext) => TemplateResult;

const accept = '.jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf';

function item(evidence: Evidence, context: FormContext): TemplateResult {
  const { l } = context;
  return html`<li class="evidence" data-e=${evidence.id}>
    ${
      evidence.kind === 'link'
        ? html`<a href=${evidence.url} target="_blank" rel="noopener noreferrer">${evidence.name}</a>
            <span class="hint"
              >${evidence.achievement ? achievementWords(evidence.achievement, l, 'form.evidence') : l.t('form.evidence.link')}</span
            >`
        : html`${thumbnailView(evidence, l.t('form.evidence.photo', { name: evidence.name }), (file) =>
              context.session.openFile(file),
            )}
            <button type="button" class="quiet name" data-action="preview">${evidence.name}</button>
            <span class="hint">${formatFile(evidence, l.lang)}</span>`
    }
    ${
      context.locked
        ? nothing
        : html`<button
            type="button"
            class="quiet danger"
            data-action="remove"
            aria-label=${l.t('form.evidence.remove', { name: evidence.name })}
          >
            ${l.t('form.remove')}
          </button>`
    }
  </li>`;
}

export const extrasView: ExtrasPart = (criterion, answer, context) => {
  const { l, view } = context;
  const list = answer.evidence ?? [];
  const uploads = view.uploads.filter((upload) => upload.criterion === criterion.id);
  const examples = criterion.evidence?.examples ?? [];
  return html`<div class="extras-body">
    ${remarksView(criterion, context)}
    <label class="field"
      ><span class="label">${l.t('form.note')}</span
      ><textarea
        rows="3"
        maxlength="4000"
        data-f="note"
        .value=${answer.note ?? ''}
        ?readonly=${context.locked}
      ></textarea>
    </label>
    <div class="field">
      <span class="label" id="el-${criterion.id}">${l.t('form.evidence')}</span>
      ${
        examples.length > 0
          ? html`<p class="hint">
              ${l.t('form.evidence.examples', { list: examples.map((each) => l.text(each)).join('; ') })}
            </p>`
          : nothing
      }
      ${
        list.length > 0
          ? html`<ul class="evidence-list" aria-labelledby="el-${criterion.id}">
              ${list.map((each) => item(each, context))}
            </ul>`
          : nothing
      }
      ${uploads.map((upload) =>
        upload.status === 'working'
          ? html`<p class="hint" role="status">${l.t('form.evidence.working', { name: upload.name })}</p>`
          : html`<p class="notice bad" role="alert" data-u=${upload.id}>
              <span>${upload.name}: ${upload.problem ? problemText(upload.problem, l) : nothing}</span>
              <span
                ><button type="button" class="quiet" data-action="dismiss">
                  ${l.t('form.dismiss')}
                </button></span
              >
            </p>`,
      )}
      ${
        context.locked
          ? nothing
          : html`<div class="actions">
                <label class="file"
                  ><input type="file" class="visually-hidden" multiple accept=${accept} data-file /><span
                    >${l.t('form.evidence.add-file')}</span
                  ></label
                >
                <span class="hint">${l.t('form.evidence.kinds')}</span>
              </div>
              ${
                context.client?.capabilities.achievements
                  ? html`<div class="actions">
                      <button type="button" data-action="achievements" id="a-${criterion.id}">
                        ${l.t('form.evidence.achievements')}
                      </button>
                    </div>`
                  : nothing
              }
              <div class="link-row">
                <label class="field"
                  ><span class="hint">${l.t('form.evidence.url')}</span
                  ><input type="url" data-link="url" placeholder="https://" autocomplete="off"
                /></label>
                <label class="field"
                  ><span class="hint">${l.t('form.evidence.url-name')}</span
                  ><input type="text" data-link="name" maxlength="255" autocomplete="off"
                /></label>
                <button type="button" data-action="link">${l.t('form.evidence.add-link')}</button>
              </div>`
      }
    </div>
  </div>`;
};
