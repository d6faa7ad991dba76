import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Answer } from '../../src/credential/verify.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import { formatDate } from '../../src/i18n/translate.js';
import type { LanguageController } from '../base/language.js';
import { detailsView, factsView } from './facts-view.js';
import type { IssuerStanding, Outcome } from './outcome.types.js';

export interface OutcomeView {
  outcome: Outcome;
  standing: IssuerStanding | undefined;
  l: LanguageController;
  retry: () => void;
}

/** Tick, clock, bar, cross, question mark: read without colour. */
const signs: Record<Answer, string> = {
  valid: 'M4 12.5l5 5L20 6.5',
  expired: 'M12 6v6l4 2.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  revoked: 'M5.6 5.6l12.8 12.8M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  'not-genuine': 'M6 6l12 12M18 6L6 18',
  'could-not-check': 'M8.5 9a3.5 3.5 0 1 1 5 3.1c-1 .5-1.5 1.1-1.5 2.4M12 18.5v.1',
};

/** What a network or a moment may mend. */
const passing: readonly string[] = [
  'offline',
  'unknown-key',
  'status-stale',
  'status-unreachable',
  'link-unreachable',
  'register-unreachable',
  'part',
];
export const mayRetry = ({ reason }: Outcome): boolean => passing.includes(reason.code);

/** A day as it is in Viet Nam, where titles begin and end. */
export const day = (instant: string): string =>
  Number.isNaN(Date.parse(instant)) ? instant : formatDate(dateInVietnam(instant));

/** Key of the sentence for a reason, and what goes into its holes. */
export function sentence({ outcome, l }: Pick<OutcomeView, 'outcome' | 'l'>): string {
  const { code, params } = outcome.reason;
  const { until, from, rightUntil, what, context } = params;
  const date = day(String(until ?? from ?? rightUntil ?? ''));
  if (code === 'offline') return l.t(`verify.reason.offline.${String(what)}`);
  const blind = code === 'valid' && outcome.verification?.warnings.some((one) => one.code === 'no-status');
  return blind
    ? l.t('verify.reason.valid.no-status')
    : l.t(`verify.reason.${code}`, { date, context: String(context ?? '') });
}

function heading({ outcome, l }: OutcomeView): string {
  const { code, params } = outcome.reason;
  return code === 'status-stale'
    ? l.t('verify.answer.status-stale', { date: day(String(params['rightUntil'])) })
    : l.t(`verify.answer.${outcome.answer}`);
}

/** Warnings, the gravest first; of the issuer's standing only what the registry said. */
function warningsView({ outcome, standing, l }: OutcomeView): TemplateResult | typeof nothing {
  const { verification } = outcome;
  const issuer = standing ? l.text(standing.name) : '';
  const sentences = [
    ...(verification?.demo ? [l.t('verify.warning.demo-issuer')] : []),
    ...(standing && standing.code !== 'listed' ? [l.t(`verify.warning.${standing.code}`, { issuer })] : []),
    ...(verification?.warnings ?? []).flatMap(({ code }) =>
      code === 'no-status' || code === 'other-proof-not-checked' ? [l.t(`verify.warning.${code}`)] : [],
    ),
  ];
  if (!sentences.length) return nothing;
  return html`<ul class="warnings">
    ${sentences.map(
      (one) =>
        html`<li>
          <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
            ${svg`<path d="M12 3.5L22 20.5H2zM12 10v5M12 17.8v.1"></path>`}
          </svg>
          <span>${one}</span>
        </li>`,
    )}
  </ul>`;
}

function listedView({ standing, l }: OutcomeView): TemplateResult | typeof nothing {
  if (standing?.code !== 'listed') return nothing;
  const name = l.text(standing.name);
  return html`<p>${l.t(standing.sample ? 'verify.listed.sample' : 'verify.listed', { name })}</p>`;
}

function linkView({ outcome, l }: OutcomeView): TemplateResult | typeof nothing {
  const url = String(outcome.reason.params['url'] ?? '');
  const shown = outcome.reason.code === 'link-unreachable' || outcome.reason.code === 'hosted-badge';
  if (!shown || !/^https?:\/\//i.test(url)) return nothing;
  return html`<p>
    <a href=${url} rel="noopener noreferrer nofollow" target="_blank">${l.t('verify.open')}</a>
    <span class="hint address">${url}</span>
  </p>`;
}

/** The answer with its sign, its word and its sentence; below it what the badge says. */
export function outcomeView(view: OutcomeView): TemplateResult {
  const { outcome, l, retry } = view;
  return html`<section class="verdict ${outcome.answer}" part="verdict">
      <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        ${svg`<path d=${signs[outcome.answer]}></path>`}
      </svg>
      <div>
        <h2 tabindex="-1">${heading(view)}</h2>
        <p>${sentence(view)}</p>
        ${listedView(view)} ${warningsView(view)} ${linkView(view)}
        ${
          mayRetry(outcome)
            ? html`<p><button type="button" @click=${retry}>${l.t('verify.retry')}</button></p>`
            : nothing
        }
      </div>
    </section>
    ${factsView(outcome, l)} ${detailsView(outcome, l)}`;
}
