import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageController } from '../../base/language.js';
import { nameOf, type Question } from '../recognition-context.js';
import type { RecognitionDesk } from '../recognition-desk.js';

/** Refusing or revoking: why. */
export function reasonDialog(
  { kind, about, bare }: Question,
  desk: RecognitionDesk,
  l: LanguageController,
): TemplateResult {
  const name = nameOf(about);
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t(`recognition.${kind}.title`, { name })}</h2>
    <p>${l.t(`recognition.${kind}.hint`)}</p>
    <label class="field"
      ><span>${l.t('recognition.reason')}</span
      ><textarea
        rows="3"
        maxlength="4000"
        name="reason"
        .value=${desk.reason(kind, about)}
        @input=${(event: Event) => desk.typeReason(kind, about, (event.target as HTMLTextAreaElement).value)}
        aria-invalid=${bare ? 'true' : 'false'}
        aria-describedby=${bare ? 'bare' : nothing}
      ></textarea>
    </label>
    ${bare ? html`<p class="error" id="bare" role="alert">${l.t('recognition.reason.missing')}</p>` : nothing}
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('recognition.cancel')}</button>
      <button type="submit" value="ok" class="primary">${l.t(`recognition.${kind}`)}</button>
    </div>
  </form>`;
}
