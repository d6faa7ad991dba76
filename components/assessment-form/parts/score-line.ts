import { html, type TemplateResult } from 'lit';
import type { ScoreResult } from '../../../src/domain/score.types.js';
import type { FormContext } from '../form-context.js';

/** The number that leads: points, or targets met. */
export function scoreLine(result: ScoreResult, context: FormContext): TemplateResult {
  const { l } = context;
  return html`<p class="score">
    <strong>${l.number(result.total)}</strong>
    <span>${l.t(result.mode === 'points' ? 'form.of-points' : 'form.of-targets', { max: result.max })}</span>
  </p>`;
}
