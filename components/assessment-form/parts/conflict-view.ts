import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { claimWords } from '../../base/claim-words.js';
import type { FormContext } from '../form-context.js';

/** An answer in a few words, for putting two versions side by side. */
export function inWords(
  criterion: Criterion | undefined,
  answer: Answer | undefined,
  context: FormContext,
): string {
  const { l } = context;
  if (!answer) return l.t('conflict.nothing');
  const parts = [
    ...claimWords(criterion, answer, l),
    answer.note ? `“${answer.note}”` : undefined,
    answer.evidence?.length ? l.t('form.extras.n', { n: answer.evidence.length }) : undefined,
  ];
  return parts.filter(Boolean).join(' · ') || l.t('conflict.nothing');
}

/** The same criterion was changed in two places: before, mine and theirs, and a choice for each. */
export function conflictView(context: FormContext): TemplateResult | typeof nothing {
  const { l, view } = context;
  if (view.conflicts.length === 0) return nothing;
  const criteria = new Map(view.set?.sections.flatMap((s) => s.criteria).map((c) => [c.id, c]));
  return html`<section class="notice warn conflicts" role="alert" part="conflicts">
    <h3>${l.t('conflict.title', { n: view.conflicts.length })}</h3>
    <p>${l.t('conflict.lead')}</p>
    ${view.conflicts.map((conflict) => {
      const c = criteria.get(conflict.criterion);
      return html`<div class="conflict" data-k=${conflict.criterion}>
        <h4>${c ? `${c.number ?? ''} ${l.text(c.title)}` : conflict.criterion}</h4>
        <dl>
          <div>
            <dt>${l.t('conflict.before')}</dt>
            <dd>${inWords(c, conflict.before, context)}</dd>
          </div>
          <div>
            <dt>${l.t('conflict.mine')}</dt>
            <dd>${inWords(c, conflict.mine, context)}</dd>
          </div>
          <div>
            <dt>${l.t('conflict.theirs')}</dt>
            <dd>${inWords(c, conflict.theirs, context)}</dd>
          </div>
        </dl>
        <div class="actions">
          <button type="button" data-action="keep" data-keep="mine">${l.t('conflict.keep-mine')}</button>
          <button type="button" data-action="keep" data-keep="theirs">${l.t('conflict.keep-theirs')}</button>
        </div>
      </div>`;
    })}
  </section>`;
}
