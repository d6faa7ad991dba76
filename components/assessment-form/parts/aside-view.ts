import { html, nothing, type TemplateResult } from 'lit';
import type { SetAside } from '../../../src/domain/assessment.schema.js';
import { criteriaKey } from '../../../src/domain/criteria-key.js';
import type { Criterion, CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import type { FormContext } from '../form-context.js';
import { inWords } from './conflict-view.js';

/** Answers that another set asked for: out of the reckoning, and still there to be read. */
export function asideView(
  known: ReadonlyMap<string, CriteriaSet>,
  context: FormContext,
): TemplateResult | typeof nothing {
  const { l, view } = context;
  const all = (view.assessment?.setAside ?? []).filter(({ answers }) => Object.keys(answers).length > 0);
  if (all.length === 0) return nothing;
  const n = all.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);
  return html`<details class="set-aside">
    <summary>${l.t('aside.title', { n })}</summary>
    <p class="hint">${l.t('aside.hint')}</p>
    ${all.map((one) => asideList(one, known.get(criteriaKey(one.criteria)), context))}
  </details>`;
}

function asideList(
  { criteria, answers }: SetAside,
  set: CriteriaSet | undefined,
  context: FormContext,
): TemplateResult {
  const { l } = context;
  const asked = new Map<string, Criterion>(
    set?.sections.flatMap((section) => section.criteria).map((one) => [one.id, one]),
  );
  return html`<h3>${set ? l.text(set.title) : criteriaKey(criteria)}</h3>
    <dl>
      ${Object.entries(answers).map(([id, answer]) => {
        const criterion = asked.get(id);
        return html`<div>
          <dt>${criterion ? `${criterion.number ?? ''} ${l.text(criterion.title)}` : id}</dt>
          <dd>${inWords(criterion, answer, context)}</dd>
        </div>`;
      })}
    </dl>`;
}
