import { html, nothing, type TemplateResult } from 'lit';
import { outcomeLabel, reasonText, type FormContext } from '../form-context.js';
import { scoreLine } from './score-line.js';

/** Last look before submitting. */
export function submitDialog(context: FormContext): TemplateResult {
  const { l, view } = context;
  const set = view.set!;
  const result = view.result!;
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('submit.title')}</h2>
    ${scoreLine(result, context)}
    <p>
      ${l.t('form.outcome')} <strong>${outcomeLabel(set, result.outcome, l)}</strong>${
        result.conclusive ? nothing : html` <small>${l.t('form.provisional')}</small>`
      }
    </p>
    <ul class="plain">
      ${result.reasons.map((reason) => html`<li class="hint">${reasonText(reason, set, l)}</li>`)}
    </ul>
    <p>${l.t('submit.hint')}</p>
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('submit.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t('submit.ok')}</button>
    </div>
  </form>`;
}

/** Taking a submission back. */
export function withdrawDialog(context: FormContext): TemplateResult {
  const { l } = context;
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('withdraw.title')}</h2>
    <p>${l.t('withdraw.hint')}</p>
    <label class="field"
      ><span class="label"
        >${l.t('withdraw.reason')} <span class="hint">${l.t('register.optional')}</span></span
      ><textarea rows="2" maxlength="4000" name="reason"></textarea>
    </label>
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('withdraw.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t('withdraw.ok')}</button>
    </div>
  </form>`;
}

/** A piece of evidence, drawn on a canvas so that a strict policy has nothing to object to. */
export function previewDialog(name: string, context: FormContext, drawable: boolean): TemplateResult {
  const { l } = context;
  return html`<form method="dialog" class="dialog preview">
    <h2 id="dialog-title">${name}</h2>
    ${
      drawable
        ? html`<canvas role="img" aria-label=${l.t('preview.label', { name })}></canvas>`
        : html`<p>${l.t('preview.none')}</p>`
    }
    <div class="actions end">
      <button type="button" data-action="download">${l.t('preview.download')}</button>
      <button type="submit" value="close" class="primary">${l.t('preview.close')}</button>
    </div>
  </form>`;
}

/** What stands on the paper beside the answers. */
export interface PaperSettings {
  parentOrganisation: string;
  organisation: string;
  place: string;
  number: string;
  symbol: string;
  date: string;
  authority: string;
  signerTitle: string;
  name: string;
  addressees: string;
  recipients: string;
}

/** How many may sign beside the head: three signatures are what fits side by side. */
export const furtherSigners = [1, 2] as const;

const lines: (keyof PaperSettings)[] = [
  'parentOrganisation',
  'organisation',
  'number',
  'symbol',
  'place',
  'authority',
  'signerTitle',
  'name',
];

/** Which paper, in which form, with which lines. */
export function paperDialog(settings: PaperSettings, context: FormContext): TemplateResult {
  const { l, view } = context;
  return html`<form method="dialog" class="dialog paper">
    <h2 id="dialog-title">${l.t('paper.title')}</h2>
    ${
      view.assessment
        ? html`<fieldset class="plain">
            <legend>${l.t('paper.kind')}</legend>
            <label class="check"
              ><input
                type="radio"
                name="kind"
                value="report"
                .checked=${true}
              />${l.t('paper.kind.report')}</label
            >
            <label class="check"
              ><input type="radio" name="kind" value="blank" />${l.t('paper.kind.blank')}</label
            >
          </fieldset>`
        : nothing
    }
    <div class="grid">
      ${lines.map(
        (name) =>
          html`<label class="field"
            ><span>${l.t(`paper.${name}`)}</span
            ><input type="text" name=${name} maxlength="255" autocomplete="off" .value=${settings[name]}
          /></label>`,
      )}
      <label class="field"
        ><span>${l.t('paper.date')}</span><input type="date" name="date" .value=${settings.date}
      /></label>
    </div>
    <details class="further">
      <summary>${l.t('paper.further')}</summary>
      <div class="grid">
        ${furtherSigners.map((n) =>
          (['title', 'name'] as const).map(
            (part) =>
              html`<label class="field"
                ><span>${l.t(`paper.further.${part}`, { n: n + 1 })}</span
                ><input type="text" name=${`further-${part}-${n}`} maxlength="255" autocomplete="off"
              /></label>`,
          ),
        )}
      </div>
    </details>
    <label class="field"
      ><span>${l.t('paper.addressees')}</span
      ><textarea rows="2" name="addressees" .value=${settings.addressees}></textarea>
    </label>
    <label class="field"
      ><span>${l.t('paper.recipients')}</span
      ><textarea rows="3" name="recipients" .value=${settings.recipients}></textarea>
    </label>
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('paper.cancel')}</button>
      <button type="submit" value="docx">${l.t('paper.docx')}</button>
      <button type="submit" value="print" class="primary">${l.t('paper.print')}</button>
    </div>
  </form>`;
}
