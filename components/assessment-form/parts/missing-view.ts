import { html, nothing, type TemplateResult } from 'lit';
import type { CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import type { FormContext } from '../form-context.js';

/** Links to criteria, in printed order. */
export function missingLinks(
  set: CriteriaSet,
  ids: readonly string[],
  context: FormContext,
): TemplateResult[] {
  const wanted = new Set(ids);
  return set.sections.flatMap((section) =>
    section.criteria
      .filter(({ id }) => wanted.has(id))
      .map(
        (c) =>
          html`<li>
            <a href="#c-${c.id}" data-go=${c.id}
              >${c.number ? `${c.number} ` : ''}${context.l.text(c.title)}</a
            >
          </li>`,
      ),
  );
}

/**
 * After a try to submit: every place that still needs something, as links. Takes the focus. What is told again at every answer
 * is the number alone.
 */
export function missingView(context: FormContext): TemplateResult {
  const { l, view } = context;
  const result = view.result!;
  return html`<div class="notice bad" tabindex="-1" id="missing">
    <h3>${l.t('form.cannot-submit')}</h3>
    ${
      result.open.length > 0
        ? html`<p role="alert">${l.t('form.cannot-submit.open', { n: result.open.length })}</p>
            <ul class="links">
              ${missingLinks(view.set!, result.open, context)}
            </ul>`
        : nothing
    }
    ${
      result.evidence.length > 0
        ? html`<p role="alert">${l.t('form.cannot-submit.evidence', { n: result.evidence.length })}</p>
            <ul class="links">
              ${missingLinks(view.set!, result.evidence, context)}
            </ul>`
        : nothing
    }
  </div>`;
}
