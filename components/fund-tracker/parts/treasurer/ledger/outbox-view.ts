import { html, nothing, type TemplateResult } from 'lit';
import { freshEntry, readForm } from '../../../../../src/client/fund/entry-form.js';
import type { Waiting } from '../../../../../src/client/fund/waiting.types.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import { problemText } from '../../../../base/problem-text.js';
import { rejectionText } from '../../../../base/rejection-text.js';
import type { EntryDesk } from './entry-desk.js';

/**
 * Lines that were entered here and are not in the ledger yet: on their way, or refused with the reason. How many wait
 * is told; the lines and their buttons are there to be read, or each new one would have all of them told again.
 */
export function outboxView(entry: EntryDesk): TemplateResult | typeof nothing {
  const { desk } = entry;
  const { l, view, session } = desk;
  const { outbox, sync } = view;
  const waiting = outbox.filter(({ rejection }) => !rejection);
  const refused = outbox.filter(({ rejection }) => rejection);
  if (outbox.length === 0) return nothing;
  // What is confirmed within a moment is no news.
  const failed = sync.status === 'failed';
  return html`<section class="outbox" aria-label=${l.t('desk.outbox')}>
    ${
      refused.length > 0
        ? html`<div class="notice bad" role="alert">
            <h4>${l.t('desk.outbox.refused', { n: refused.length })}</h4>
            <ul class="rows">
              ${refused.map((line) => item(line, entry))}
            </ul>
          </div>`
        : nothing
    }
    ${
      waiting.length > 0
        ? html`<div class="notice ${failed ? 'warn' : ''}">
            <div role="status">
              <h4>${l.t(failed ? 'desk.outbox.unsent' : 'desk.outbox.sending', { n: waiting.length })}</h4>
            </div>
            ${sync.status === 'failed' ? html`<p>${problemText(sync.problem, l)}</p>` : nothing}
            ${
              failed
                ? html`<ul class="rows">
                      ${waiting.map((line) => item(line, entry))}
                    </ul>
                    <p class="actions">
                      <button type="button" @click=${() => void session.resend()}>
                        ${l.t('desk.outbox.resend')}
                      </button>
                    </p>`
                : nothing
            }
          </div>`
        : nothing
    }
  </section>`;
}

function item(line: Waiting, entry: EntryDesk): TemplateResult {
  const { desk } = entry;
  const { l, session } = desk;
  const { command, rejection, form } = line;
  const { payload } = command;
  const kind = 'from' in payload ? ('transfer' as const) : payload.kind;
  const name =
    'from' in payload ? payload.from.details.purpose : (payload.party?.name ?? payload.details.purpose);
  const back = (): void => {
    session.takeBack(command.id);
    entry.put({ ...readForm(freshEntry(session.today), form), again: rejection ? '' : command.id });
  };
  return html`<li class="row" data-line=${command.id}>
    <p class="facts">
      <span class="figure">${desk.money(payload.amount)}</span>
      <span>${l.t(`desk.kind.${kind}`)}</span>
      <span>${formatDate(payload.date)}</span>
      ${name === undefined ? nothing : html`<span>${name}</span>`}
      <span class="badge ${rejection ? 'refused' : 'unsent'}"
        >${l.t(rejection ? 'desk.outbox.badge.refused' : 'desk.outbox.badge.unsent')}</span
      >
    </p>
    ${rejection ? html`<p>${rejection.code === 'id-reused' ? l.t('desk.outbox.already') : rejectionText(rejection, l)}</p>` : nothing}
    <p class="actions">
      <button type="button" class="quiet" ?disabled=${!entry.untouched} @click=${back}>
        ${l.t('desk.outbox.edit')}
      </button>
      ${entry.untouched ? nothing : html`<span class="hint">${l.t('desk.outbox.busy')}</span>`}
      <button type="button" class="quiet danger" @click=${() => session.takeBack(command.id)}>
        ${l.t('desk.outbox.drop')}
      </button>
    </p>
  </li>`;
}
