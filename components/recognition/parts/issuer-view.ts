import { html, nothing, type TemplateResult } from 'lit';
import type { Candidate } from '../../../src/client/candidates.js';
import type { RecognitionContext } from '../recognition-context.js';

/** What the registry objects to in one title: that the issuer may not grant this model, or not at this place. */
export function objectionView(
  one: Candidate,
  { competence, draft, l }: RecognitionContext,
): TemplateResult | typeof nothing {
  const found = competence(one);
  // What is wrong with the issuer or the day is wrong for all, and said once, at the decision.
  if (!found || found.competent || found.why === 'unlisted' || found.why === 'time') return nothing;
  const words = { issuer: draft.issuer.trim(), place: one.place?.name ?? '' };
  return html`<p class="warning">${l.t(`recognition.issuer.${found.why}`, words)}</p>`;
}

/** Whether the body in whose name all that are chosen are to be granted may do so, as far as anybody can tell here. */
export function issuerView({ desk, competence, draft, registry, l }: RecognitionContext): TemplateResult {
  if (registry === undefined) return html`<p class="hint">${l.t('recognition.issuer.no-registry')}</p>`;
  if (registry === 'failed') return html`<p class="warning">${l.t('recognition.issuer.failed')}</p>`;
  const { picked } = desk;
  const found = picked.map((one) => competence(one));
  const against = found.flatMap((one) => (one && !one.competent ? one : []));
  const issuer = draft.issuer.trim();
  const [first] = against;
  const sample = registry.status === 'sample' ? l.t('recognition.issuer.sample') : nothing;
  if (first) {
    const why = against.find(({ why }) => why === 'unlisted' || why === 'time')?.why;
    return html`<div class="notice warn" role="status" id="incompetent">
      <p>
        ${l.t('recognition.issuer.count', { issuer, n: against.length, all: picked.length })}
        ${why ? l.t(`recognition.issuer.${why}`, { issuer, place: '' }) : nothing} ${sample}
      </p>
    </div>`;
  }
  const whole = found.length > 0 && found.every((one) => one?.competent);
  return html`<p class="hint">
    ${whole ? l.t('recognition.issuer.listed', { issuer }) : nothing} ${sample}
  </p>`;
}
