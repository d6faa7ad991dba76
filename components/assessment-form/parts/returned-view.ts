import { html, nothing, type TemplateResult } from 'lit';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { changedSince } from '../../../src/domain/reviewed.js';
import { formatDate } from '../../../src/i18n/translate.js';
import type { FormContext } from '../form-context.js';

const link = ({ id, number, title }: Criterion, { l }: FormContext): TemplateResult =>
  html`<a href="#c-${id}" data-go=${id}>${number ? `${number} ` : ''}${l.text(title)}</a>`;

/** A sentence, and the criteria that it is about. */
const listed = (words: string, criteria: readonly Criterion[], context: FormContext): TemplateResult =>
  html`<p>${words}</p>
    <ul class="links">
      ${criteria.map((one) => html`<li>${link(one, context)}</li>`)}
    </ul>`;

/**
 * A returned assessment: the reviewer's reason and remarks, the latter linked to their criteria, where he differs, and what
 * the author has changed since.
 */
export function returnedView(context: FormContext): TemplateResult | typeof nothing {
  const { l, view } = context;
  const { assessment, set, answers } = view;
  const back = assessment?.history.filter((entry) => entry.to === 'returned').at(-1);
  if (assessment?.state !== 'returned' || !back) return nothing;
  const { returned, comments } = assessment;
  const criteria = new Map(
    set?.sections.flatMap((section) => section.criteria.map((one) => [one.id, one] as const)),
  );
  const said = comments.filter(({ at }) => !returned || at === returned.at);
  const find = (ids: readonly string[]): Criterion[] => ids.flatMap((id) => criteria.get(id) ?? []);
  const differing = find(Object.keys(returned?.marks ?? {}));
  const changed = find(changedSince({ answers, returned }).map(({ criterion }) => criterion));
  return html`<div class="notice warn" part="returned">
    <h3>
      ${l.t('returned.title', { name: back.byName || l.t('receipt.device'), date: formatDate(back.at) })}
    </h3>
    ${back.reason ? html`<p>${back.reason}</p>` : nothing}
    <ul class="links">
      ${said.map(({ criterion, text }) => {
        const about = criteria.get(criterion ?? '');
        return html`<li class="said">${about ? html`${link(about, context)}: ` : nothing}${text}</li>`;
      })}
    </ul>
    ${differing.length > 0 ? listed(l.t('returned.differs'), differing, context) : nothing}
    ${listed(l.t(changed.length > 0 ? 'returned.changed' : 'returned.unchanged', { n: changed.length }), changed, context)}
  </div>`;
}
