import { html, type TemplateResult } from 'lit';
import type { Milestone } from '../../../src/domain/target/year-figure.types.js';
import type { LanguageController } from '../../base/language.js';
import { statusView } from '../../base/standing-view.js';
import { aim, yearOf, type Standing } from '../../../src/i18n/target-words.js';

export const statusOf = (milestone: Milestone | undefined): Standing => milestone?.standing.status ?? 'none';

/** The target, and in words and by a sign how the place stands against it. */
export function standingView(milestone: Milestone, l: LanguageController): TemplateResult {
  const { target } = milestone;
  return html`<span class="now">${l.t('report.aim', { value: aim(target, l), year: yearOf(target) })}</span>
    ${statusView(statusOf(milestone), l)}
    ${
      target.provenance === 'sourced'
        ? ''
        : html`<span class="doubt">${l.t(`target.${target.provenance}`)}</span>`
    }`;
}
