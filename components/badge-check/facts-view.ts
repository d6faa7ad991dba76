import { html, nothing, type TemplateResult } from 'lit';
import { rankOf, viewBox } from '../../src/badge-art/artwork.js';
import type { BadgeView } from '../../src/credential/verify.js';
import type { Model } from '../../src/domain/text.schema.js';
import { picture } from '../base/badge-picture.js';
import type { LanguageController } from '../base/language.js';
import { day } from './outcome-view.js';
import type { Outcome } from './outcome.types.js';

const models: readonly string[] = ['family', 'clan', 'community', 'unit', 'citizen'] satisfies Model[];
const isModel = (text: string | undefined): text is Model => models.includes(text ?? '');

/** How the picture looks for each answer; gold is for what stands. */
const looks = {
  valid: 'valid',
  expired: 'expired',
  revoked: 'revoked',
  'not-genuine': 'revoked',
  'could-not-check': 'expired',
} as const;

/**
 * The picture is drawn from what is signed: the one in a file is not, so that a genuine badge could lie in any. A picture
 * elsewhere is not fetched, because its site would learn who checks what.
 */
function pictureView(
  { model, outcome, image, name }: BadgeView,
  { answer }: Outcome,
  l: LanguageController,
): TemplateResult | typeof nothing {
  const label = l.t('verify.picture', { name });
  const state = looks[answer];
  if (isModel(model)) {
    return html`<svg class="art ${state}" viewBox=${viewBox} role="img" aria-label=${label}>
      ${picture(model, rankOf(outcome), 'fine', state === 'revoked')}
    </svg>`;
  }
  const own = image !== undefined && image.startsWith(`${location.origin}/`);
  return own ? html`<img class="foreign" src=${image} alt=${label} />` : nothing;
}

/** Reasons that end a check before a signature was found to fit: what such a badge says, anybody could have written. */
const beforeSignature: readonly string[] = [
  'hosted-badge',
  'unknown-key',
  'context-not-carried',
  'unsupported-algorithm',
  'unsupported-method',
];
const isSigned = ({ answer, reason }: Outcome): boolean =>
  answer !== 'not-genuine' &&
  !beforeSignature.includes(reason.code) &&
  !(reason.code === 'offline' && reason.params['what'] === 'key');

/** What the badge says: the six things that Open Badges ask for, and what else a title has. */
export function factsView(outcome: Outcome, l: LanguageController): TemplateResult | typeof nothing {
  const badge = outcome.verification?.badge;
  if (!badge) return nothing;
  const { name, description, issuer, recipient, place, decision, image, validFrom, validUntil } = badge;
  const issued = badge.awardedOn ?? validFrom;
  const fact = (label: string, words: unknown): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${words}</dd>
    </div>`;
  const known = (label: string, words: string | undefined): TemplateResult | typeof nothing =>
    words === undefined ? nothing : fact(label, words);
  const doubtful = !isSigned(outcome);
  return html`<section class="says ${doubtful ? 'doubtful' : ''}" part="facts">
    <p class="hint">${l.t(doubtful ? 'verify.facts.untrusted' : 'verify.facts')}</p>
    <div class="head">
      ${pictureView(badge, outcome, l)}
      <div class="name">
        <h3>${name || l.t('verify.unnamed')}</h3>
        ${description === undefined ? nothing : html`<p>${description}</p>`}
      </div>
    </div>
    <dl>
      ${known(l.t('verify.fact.holder'), recipient.name)}
      ${fact(l.t('verify.fact.issuer'), issuer.name ?? issuer.id ?? l.t('verify.unstated'))}
      ${fact(l.t('verify.fact.issued'), issued === undefined ? l.t('verify.unstated') : day(issued))}
      ${fact(l.t('verify.fact.status'), l.t(`verify.answer.${outcome.answer}`))}
      ${validUntil === undefined ? nothing : fact(l.t('verify.fact.validity'), l.t('verify.until', { date: day(validUntil) }))}
      ${known(l.t('verify.fact.decision'), decision)} ${known(l.t('verify.fact.place'), place?.name)}
      ${isModel(badge.model) || image?.startsWith('data:') ? nothing : known(l.t('verify.fact.image'), image)}
    </dl>
  </section>`;
}

/** For those who want to know it exactly. */
export function detailsView(outcome: Outcome, l: LanguageController): TemplateResult {
  const { reason, answer, verification } = outcome;
  const { badge, credential } = verification ?? {};
  const row = (label: string, words: string | undefined): TemplateResult | typeof nothing =>
    words === undefined
      ? nothing
      : html`<div>
          <dt>${label}</dt>
          <dd><code>${words}</code></dd>
        </div>`;
  const params = Object.entries(reason.params).map(([key, value]) => ` ${key}=${value}`);
  return html`<details>
    <summary>${l.t('verify.details')}</summary>
    <dl>
      ${row(l.t('verify.detail.code'), `${answer}: ${reason.code}${params.join('')}`)}
      ${row(l.t('verify.detail.format'), badge?.format)} ${row(l.t('verify.detail.id'), badge?.id)}
      ${row(l.t('verify.detail.issuer'), badge?.issuer.id)}
    </dl>
    ${
      credential
        ? html`<p class="hint" id="source">${l.t('verify.detail.source')}</p>
            <pre tabindex="0" role="region" aria-labelledby="source">
${JSON.stringify(credential, null, 2).slice(0, 40_000)}</pre>`
        : nothing
    }
  </details>`;
}
