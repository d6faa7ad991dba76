import { html, nothing, type TemplateResult } from 'lit';
import { unsentText } from '../../base/problem-words.js';
import { rejectionText } from '../../base/rejection-text.js';
import { issuerView } from './issuer-view.js';
import type { DecisionDraft, RecognitionContext } from '../recognition-context.js';

function line(
  field: keyof DecisionDraft,
  { draft, missing, type, l }: RecognitionContext,
  kind: 'text' | 'date' = 'text',
): TemplateResult {
  const bad = missing.includes(field);
  // What is wrong stands beside the label: inside it would be part of the name, and be heard twice.
  return html`<div class="field">
    <label class="label" for="i-${field}">${l.t(`recognition.${field}`)}</label
    ><input
      type=${kind}
      id="i-${field}"
      data-d=${field}
      maxlength=${field === 'number' ? 80 : 255}
      autocomplete="off"
      .value=${draft[field]}
      aria-invalid=${bad ? 'true' : 'false'}
      aria-describedby=${bad ? `d-${field}` : nothing}
      @input=${(event: Event) => type(field, (event.target as HTMLInputElement).value)}
    />${bad ? html`<span class="error" id="d-${field}">${l.t(`recognition.missing.${field}`)}</span>` : nothing}
  </div>`;
}

/** Why it did not go through. */
export function troubleView({ desk, l, missing }: RecognitionContext): TemplateResult | typeof nothing {
  const { act } = desk;
  const open = missing.filter((field) => field !== 'grants' || desk.picked.length === 0);
  if (act.status !== 'failed' && act.status !== 'rejected' && open.length === 0) return nothing;
  const follow = (event: Event): void => {
    event.preventDefault();
    const link = event.currentTarget as HTMLAnchorElement;
    (link.getRootNode() as ShadowRoot).querySelector<HTMLElement>(link.hash)?.focus();
  };
  return html`<div class="notice bad" role="alert" id="trouble" tabindex="-1">
    <h3>${l.t('recognition.not-done')}</h3>
    ${
      act.status === 'failed'
        ? html`<p>${unsentText(act.problem, l)}</p>`
        : act.status === 'rejected'
          ? html`<p>${rejectionText(act.rejection, l)}</p>`
          : nothing
    }
    <ul class="links">
      ${open.map(
        (field) =>
          html`<li>
            <a href=${field === 'grants' ? '#all' : `#i-${field}`} @click=${follow}
              >${l.t(`recognition.missing.${field}`)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The decision on all that are ticked. */
export function decisionView(context: RecognitionContext): TemplateResult {
  const { desk, l, draft, type, grant, busy } = context;
  const n = desk.picked.length;
  const months = [...new Set(desk.picked.map(({ set }) => set.recognition?.months ?? 12))].sort(
    (a, b) => a - b,
  );
  const submit = (event: Event): void => {
    event.preventDefault();
    grant();
  };
  return html`<form class="decision" part="decision" novalidate @submit=${submit}>
    <h3>${l.t('recognition.decision')}</h3>
    <p class="hint">${l.t('recognition.decision.hint')}</p>
    ${troubleView(context)}
    <div class="grid">
      ${line('number', context)} ${line('date', context, 'date')} ${line('signer', context)}
      ${line('signerTitle', context)} ${line('issuer', context)} ${line('place', context)}
    </div>
    <label class="field"
      ><span>${l.t('recognition.bases')}</span
      ><textarea
        rows=${Math.min(8, Math.max(3, draft.bases.split('\n').length + 1))}
        data-d="bases"
        .value=${draft.bases}
        @input=${(event: Event) => type('bases', (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${months.length > 0 ? html`<p class="hint">${l.t('recognition.validity', { months: months.join(' / ') })}</p>` : nothing}
    ${issuerView(context)}
    <p class=${desk.kept.status === 'failed' ? 'warning' : 'hint'}>
      ${l.t(desk.kept.status === 'failed' ? 'recognition.kept.failed' : 'recognition.kept')}
    </p>
    <div class="actions">
      <button type="submit" class="primary" ?disabled=${busy}>
        ${desk.act.status === 'sending' ? l.t('recognition.sending') : l.t('recognition.grant', { n })}
      </button>
    </div>
  </form>`;
}

/** What was granted a moment ago, and its paper. */
export function grantedView({ desk, l, paper }: RecognitionContext): TemplateResult | typeof nothing {
  const { granted } = desk;
  if (!granted) return nothing;
  const { id, number, titles: n } = granted;
  return html`<div class="notice good" role="status" id="granted" tabindex="-1" part="granted">
    <p><strong>${l.t('recognition.granted', { n, number })}</strong></p>
    <p class="actions">
      <button type="button" class="primary" @click=${() => paper('print', id)}>
        ${l.t('recognition.print')}
      </button>
      <button type="button" @click=${() => paper('docx', id)}>${l.t('recognition.docx')}</button>
    </p>
  </div>`;
}
