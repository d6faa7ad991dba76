import { html, nothing, type TemplateResult } from 'lit';
import type { NewConsent } from '../../../src/client/view.types.js';
import type { Model } from '../../../src/domain/text.schema.js';
import type { FormContext } from '../form-context.js';

/** Which wording a person consented to: goes up whenever what the sentences below promise changes. */
const textVersion = '2';

/** What is said about the use of the data, as far as the page says so. */
export interface ConsentTerms {
  /** Who decides on the data, with the way to reach him; empty where nobody is named. */
  controller: string;
  /** Full years for which the data are kept after submitting. */
  years: number | undefined;
}

/** What is ticked and typed in the consent block. Nothing is ever ticked beforehand. */
export interface ConsentDraft {
  assessment: boolean;
  publication: boolean;
  giverName: string;
  relation: string;
}

export const noConsent: ConsentDraft = { assessment: false, publication: false, giverName: '', relation: '' };

/** The consents that a block holds: one for each purpose, in the name of the one who gives them. */
export function newConsents(draft: ConsentDraft, name: string, terms: ConsentTerms): NewConsent[] {
  const clean = (text: string): string => text.trim().normalize('NFC');
  const relation = clean(draft.relation);
  const person = {
    textVersion,
    controller: clean(terms.controller) || undefined,
    retentionYears: terms.years,
    giver: relation ? ('representative' as const) : ('self' as const),
    giverName: clean(draft.giverName) || clean(name),
    relation: relation || undefined,
    form: 'digital' as const,
  };
  return (['assessment', 'publication'] as const)
    .filter((purpose) => draft[purpose])
    .map((purpose) => ({ purpose, ...person }));
}

function tick(
  purpose: 'assessment' | 'publication',
  draft: ConsentDraft,
  bad: boolean,
  { l }: FormContext,
): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      id=${purpose === 'assessment' ? 'g-consent' : nothing}
      data-consent=${purpose}
      .checked=${draft[purpose]}
      ?required=${purpose === 'assessment'}
      aria-invalid=${bad ? 'true' : 'false'}
      aria-describedby=${bad ? 'ge-consent' : nothing}
    />${l.t(`consent.${purpose}`)}</label
  >`;
}

/** Who answers for the data, and that nobody is named where nobody is. */
const controllerText = ({ controller }: ConsentTerms, { l }: FormContext): string =>
  controller ? l.t('consent.controller', { name: controller }) : l.t('consent.controller.unknown');

/** What is asked for, by whom, what for, for how long, and that it can be taken back; one tick for each purpose. */
export function consentFields(
  draft: ConsentDraft,
  model: Model,
  bad: boolean,
  terms: ConsentTerms,
  context: FormContext,
): TemplateResult {
  const { l } = context;
  const line = (id: 'giverName' | 'relation'): TemplateResult =>
    html`<label class="field"
      ><span class="label"
        >${l.t(`consent.${id}`)} <span class="hint">${l.t(`consent.${id}.hint`)}</span></span
      ><input type="text" maxlength="255" autocomplete="off" data-consent=${id} .value=${draft[id]}
    /></label>`;
  return html`<fieldset class="facts consent">
    <legend>${l.t('consent.title')}</legend>
    <p class="hint">${l.t(`consent.what.${model}`)} ${l.t('consent.rights')}</p>
    <p class="hint" id="consent-controller">${controllerText(terms, context)}</p>
    <p class="hint" id="consent-retention">
      ${terms.years ? l.t('consent.retention', { n: terms.years }) : l.t('consent.retention.unknown')}
    </p>
    ${tick('assessment', draft, bad, context)}
    ${bad ? html`<p class="error" id="ge-consent">${l.t('register.error.consent')}.</p>` : nothing}
    ${tick('publication', draft, false, context)}
    ${model === 'clan' ? nothing : html`<p class="hint">${l.t('consent.child')}</p>`}
    <div class="grid">${line('giverName')} ${line('relation')}</div>
  </fieldset>`;
}

/** Gives consent for what is registered already. */
export function consentDialog(
  draft: ConsentDraft,
  model: Model,
  terms: ConsentTerms,
  context: FormContext,
): TemplateResult {
  const { l } = context;
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('consent.give')}</h2>
    ${consentFields(draft, model, false, terms, context)}
    <div class="actions end">
      <button type="submit" value="cancel" formnovalidate>${l.t('consent.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t('consent.ok')}</button>
    </div>
  </form>`;
}

/** Asks once more before consent is taken back, and says what follows. */
export function consentWithdrawDialog(terms: ConsentTerms, context: FormContext): TemplateResult {
  const { l } = context;
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('consent.withdraw.title')}</h2>
    <p>${l.t('consent.withdraw.hint')}</p>
    <p class="hint">${controllerText(terms, context)}</p>
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('consent.withdraw.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t('consent.withdraw')}</button>
    </div>
  </form>`;
}
