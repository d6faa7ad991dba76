import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ActView } from '../../../../src/client/register/act.types.js';
import { RegisterActs } from '../../../../src/client/register/register-acts.js';
import type { LanguageController } from '../../../base/language.js';
import { problemText } from '../../../base/problem-text.js';
import { rejectionText } from '../../../base/rejection-text.js';
import type { RegisterHost } from '../../register-host.js';
import { actTexts } from './texts.js';

/** Subjects that are named one by one. */
const named = 20;

/** Takes up acts on many subjects, those that were left on this device included, and draws them above the list. */
export function openActs(host: RegisterHost): {
  acts: RegisterActs;
  view: () => TemplateResult | typeof nothing;
} {
  const { l, session, list, selection } = host;
  l.add(actTexts);
  const { client, notes, tenant, actor } = session;
  /** Acts whose end was taken in: those that failed stay picked. */
  const ended = new Set<string>();
  const acts = new RegisterActs({
    client,
    notes,
    owner: `${tenant}:${actor.id}`,
    changed: (all) => {
      for (const { act, status, failures } of all) {
        if (status !== 'done' || ended.has(act.id)) continue;
        ended.add(act.id);
        const failed = new Set(failures.map(({ subject }) => subject));
        const others = selection.rows.filter(
          ({ subject }) => !act.items.some((one) => one.subject === subject),
        );
        selection.keep(new Set([...others.map(({ subject }) => subject), ...failed]));
      }
      keepFocus(host, all);
      host.changed();
    },
    applied: () => list.touch(),
  });
  return { acts, view: () => actsView(acts, l) };
}

const idOf = ({ act }: ActView): string => `act-${act.id}`;

/** Buttons come and go with how far an act is: whoever was on one goes on at the act, or at the list once it is gone. */
function keepFocus(host: RegisterHost, all: readonly ActView[]): void {
  const drawn = host.root.activeElement?.closest<HTMLElement>('[data-act]');
  if (!drawn) return;
  const now = all.find((one) => idOf(one) === drawn.id);
  if (now?.status !== drawn.dataset['act']) host.focus(now ? `#${drawn.id}` : '[role=grid]');
}

function actsView(acts: RegisterActs, l: LanguageController): TemplateResult | typeof nothing {
  const all = acts.all;
  if (all.length === 0) return nothing;
  return html`<div class="acts" part="acts">
    ${repeat(
      all,
      ({ act }) => act.id,
      (one) => actView(one, acts, l),
    )}
  </div>`;
}

function actView(view: ActView, acts: RegisterActs, l: LanguageController): TemplateResult {
  const { act, status } = view;
  const { id, kind, cycle: year, items } = act;
  const draw = {
    waiting: () =>
      html`<p role="status">${l.t(`register.act.waits.${kind}`, { n: items.length, year })}</p>
        <div class="actions">
          <button type="button" data-do="undo" @click=${() => void acts.undo(id)}>
            ${l.t('register.act.undo')}
          </button>
          <button type="button" data-do="now" @click=${() => void acts.send(id)}>
            ${l.t('register.act.now')}
          </button>
          <span class="hint" aria-live="off">${l.t('register.act.seconds', { n: view.seconds })}</span>
        </div>`,
    sending: () =>
      html`<p role="status">${l.t(`register.act.title.${kind}`, { year })}</p>
        <p class="hint">${l.t('register.act.sending', { told: view.told, all: items.length })}</p>
        <progress
          max=${items.length}
          .value=${view.told}
          aria-label=${l.t('register.act.progress')}
        ></progress>`,
    stuck: () =>
      html`<p role="alert">${l.t('register.act.stuck', { n: items.length - view.told })}</p>
        ${view.problem ? html`<p>${problemText(view.problem, l)}</p>` : nothing}
        <div class="actions">
          <button type="button" data-do="again" @click=${() => void acts.send(id)}>
            ${l.t('register.act.retry')}
          </button>
        </div>`,
    done: () => doneView(view, acts, l),
  };
  return html`<div class="act ${status}" data-act=${status} id=${idOf(view)} tabindex="-1">
    ${draw[status]()}
  </div>`;
}

/** What became of each subject; those that were changed are counted, the others named. */
function doneView(
  { act, applied, failures }: ActView,
  acts: RegisterActs,
  l: LanguageController,
): TemplateResult {
  return html`<p role="status">${l.t(`register.act.done.${act.kind}`, { n: applied })}</p>
    ${
      failures.length === 0
        ? nothing
        : html`<p>${l.t('register.act.failed', { n: failures.length })}</p>
            <ul class="plain">
              ${failures.slice(0, named).map(
                ({ name, reason }) =>
                  html`<li>
                    ${l.t('register.act.failed.one', {
                      name,
                      reason: reason === 'conflict' ? l.t('register.act.conflict') : rejectionText(reason, l),
                    })}
                  </li>`,
              )}
              ${
                failures.length > named
                  ? html`<li>${l.t('register.act.failed.more', { n: failures.length - named })}</li>`
                  : nothing
              }
            </ul>`
    }
    <div class="actions">
      <button type="button" class="quiet" data-do="dismiss" @click=${() => acts.dismiss(act.id)}>
        ${l.t('register.act.dismiss')}
      </button>
    </div>`;
}
