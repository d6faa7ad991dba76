import { html, nothing, type TemplateResult } from 'lit';
import type { ActivityItem } from '../../../../src/domain/area/area-query.schema.js';
import { formatDate } from '../../../../src/i18n/translate.js';
import type { LanguageController } from '../../../base/language.js';

interface Acts {
  readonly edit: () => void;
  readonly ask: () => void;
  readonly leave: () => void;
  readonly remove: () => void;
}

/** An activity of the list; `asked`: the person is asked whether it is to be taken out. */
export function activityRow(
  { id, kind, date, title, sessions, participants, source }: ActivityItem,
  asked: boolean,
  busy: boolean,
  l: LanguageController,
  acts: Acts,
): TemplateResult {
  const facts = [
    formatDate(date),
    l.t(`report.line.${kind}`),
    ...(sessions === undefined ? [] : [l.t('report-entry.activity.sessions.n', { n: sessions })]),
    ...(participants === undefined ? [] : [l.t('report-entry.activity.participants.n', { n: participants })]),
  ];
  const button = (name: 'edit' | 'remove', act: () => void): TemplateResult =>
    html`<button
      type="button"
      class="quiet"
      data-do=${name}
      ?disabled=${busy}
      aria-label="${l.t(`report-entry.activity.${name}`)}: ${title}"
      @click=${act}
    >
      ${l.t(`report-entry.activity.${name}`)}
    </button>`;
  return html`<li class="row" data-activity=${id}>
    <p class="name">${title}</p>
    <p>${facts.join(' · ')}</p>
    ${
      source === undefined
        ? nothing
        : html`<p class="hint">${l.t('report-entry.activity.source.of', { source })}</p>`
    }
    ${
      asked
        ? html`<div class="notice warn">
            <p>${l.t('report-entry.activity.remove.ask', { title })}</p>
            <div class="actions">
              <button type="button" data-do="remove-no" ?disabled=${busy} @click=${acts.leave}>
                ${l.t('report-entry.activity.remove.no')}
              </button>
              <button
                type="button"
                class="danger"
                data-do="remove-yes"
                ?disabled=${busy}
                @click=${acts.remove}
              >
                ${l.t('report-entry.activity.remove')}
              </button>
            </div>
          </div>`
        : html`<div class="actions">${button('edit', acts.edit)} ${button('remove', acts.ask)}</div>`
    }
  </li>`;
}
