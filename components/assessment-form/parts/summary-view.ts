import { html, nothing, type TemplateResult } from 'lit';
import { outcomeLabel, reasonText, type FormContext } from '../form-context.js';
import { scoreLine } from './score-line.js';

/** What the answers come to so far, what is missing, and the way to each section. */
export function summaryView(context: FormContext, opened: boolean, missingOpen: boolean): TemplateResult {
  const { l, view } = context;
  const set = view.set!;
  const result = view.result!;
  const asked = result.sections.reduce((sum, each) => sum + each.asked, 0);
  const answered = result.sections.reduce((sum, each) => sum + each.answered, 0);
  const open = [...new Set([...result.open, ...result.evidence])];
  return html`<section class="summary" part="summary" aria-label=${l.t('form.summary')}>
    <div class="now">
      ${scoreLine(result, context)}
      <p class="outcome ${result.passed ? 'passed' : ''}">
        <span class="visually-hidden">${l.t('form.outcome')}</span>
        ${outcomeLabel(set, result.outcome, l)}${
          result.conclusive || result.outcome === null
            ? nothing
            : html` <small>${l.t('form.provisional')}</small>`
        }
      </p>
      <div class="bar">
        <progress max=${asked || 1} .value=${answered} aria-label=${l.t('form.progress')}></progress>
        <span class="hint">${l.t('form.answered', { answered, asked })}</span>
      </div>
      <button
        type="button"
        class="quiet more-toggle"
        data-action="more"
        aria-expanded=${opened ? 'true' : 'false'}
      >
        ${l.t(opened ? 'form.less' : 'form.more')}
      </button>
    </div>
    <div class="more" ?data-open=${opened}>
      <nav aria-label=${l.t('form.sections')}>
        <ul class="sections">
          ${set.sections.map((section, i) => {
            const part = result.sections[i];
            return html`<li>
              <a href="#s-${section.id}" data-go-section=${section.id}
                ><span>${section.number ? `${section.number}. ` : ''}${l.text(section.title)}</span>
                <span class="count">${part ? `${part.answered}/${part.asked}` : ''}</span></a
              >
            </li>`;
          })}
        </ul>
      </nav>
      ${
        result.reasons.length > 0
          ? html`<div class="reasons">
              <h3>${l.t('form.why')}</h3>
              <ul>
                ${result.reasons.map((reason) => html`<li>${reasonText(reason, set, l)}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${
        open.length > 0 && !context.locked
          ? html`<details class="missing" ?open=${missingOpen}>
              <summary>${l.t('form.missing', { n: open.length })}</summary>
              <ul>
                ${missingOpen ? context.more?.missingLinks(set, open, context) : nothing}
              </ul>
            </details>`
          : nothing
      }
    </div>
  </section>`;
}
