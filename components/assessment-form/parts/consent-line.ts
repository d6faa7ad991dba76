import { html, nothing, type TemplateResult } from 'lit';
import { isInForce } from '../../../src/domain/consent.js';
import type { Consent } from '../../../src/domain/consent.schema.js';
import { formatDate } from '../../../src/i18n/translate.js';
import type { FormContext } from '../form-context.js';

/** Above the form: who consented and when, with the way back; or that nobody did, with the way there. */
export function consentLine(
  consents: readonly Consent[] | undefined,
  context: FormContext,
): TemplateResult | typeof nothing {
  const { l } = context;
  if (!consents) return nothing;
  const given = consents.filter((consent) => isInForce(consent));
  const first = given.find(({ purpose }) => purpose === 'assessment');
  if (first) {
    const published = given.some(({ purpose }) => purpose === 'publication');
    const name = first.relation ? `${first.giverName} (${first.relation})` : first.giverName;
    return html`<p class="hint consent-line">
      ${l.t(published ? 'consent.given.published' : 'consent.given', { name, date: formatDate(first.givenAt) })}
      <button type="button" class="quiet" data-action="consent-withdraw">${l.t('consent.withdraw')}</button>
    </p>`;
  }
  return html`<div class="notice warn" role="status">
    <p>${l.t(consents.length ? 'consent.withdrawn' : 'consent.none')}</p>
    <p><button type="button" data-action="consent-give">${l.t('consent.give')}</button></p>
  </div>`;
}
