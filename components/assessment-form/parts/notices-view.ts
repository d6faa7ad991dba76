import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageController } from '../../base/language.js';
import { problemText } from '../../base/problem-text.js';
import type { FormContext } from '../form-context.js';

/** The states in which there is no form to fill in, beside loading and the bare error. */
export function stateView(
  phase: string,
  context: FormContext | undefined,
  l: LanguageController,
): TemplateResult {
  if (phase === 'error') {
    const problem = context?.view.problem;
    // Elsewhere what is on the screen can still be printed or submitted; here there is no form yet.
    if (problem?.code === 'unsupported' && problem.params['reason'] === 'storage')
      return html`${l.t('form.error.storage')}`;
    if (problem?.params['reason'] === 'damaged' && problem.params['type'] === 'subject')
      return html`${l.t('register.damaged.subject')} ${l.t('register.damaged.ask')}`;
    return html`${problem ? problemText(problem, l) : l.t('form.error')}`;
  }
  const state = context?.view.problem?.code === 'unauthenticated' ? 'visitor' : phase;
  return html`<div class="notice warn" role="status">
    <h3>${l.t(`form.${state}.title`)}</h3>
    <p>${l.t(`form.${state}`)}</p>
  </div>`;
}

/** What the person should know about this form right now: another tab edits, something was not saved or sent. */
export function noticesView({ view, l }: FormContext): TemplateResult {
  const { save, submit } = view;
  const editing = view.phase === 'editing';
  return html`${
    view.role === 'follower'
      ? html`<div class="notice" role="status">
          <p>${l.t('form.follower')}</p>
          <p><button type="button" data-action="take-over">${l.t('form.take-over')}</button></p>
        </div>`
      : nothing
  }
  ${
    editing && view.problem?.params['reason'] === 'set-changed'
      ? html`<p class="notice warn" role="alert">
          ${l.t('form.set-changed', { n: Number(view.problem.params['n']) })}
        </p>`
      : nothing
  }
  ${view.damaged ? html`<p class="notice warn" role="alert">${l.t('form.damaged')}</p>` : nothing}
  ${
    save.status === 'failed'
      ? html`<p class="notice bad" role="alert">${problemText(save.problem, l)} ${l.t('form.save.kept')}</p>`
      : nothing
  }
  ${editing && view.persisted === false ? html`<p class="hint">${l.t('form.not-persisted')}</p>` : nothing}
  ${
    editing && submit.status === 'failed'
      ? html`<p class="notice bad" role="alert">
          ${problemText(submit.problem, l)} ${submit.problem.retryable ? l.t('form.submit.again') : nothing}
          ${l.t('form.save.kept')}
        </p>`
      : nothing
  }
  ${
    editing && submit.status === 'rejected'
      ? html`<p class="notice bad" role="alert">${l.t(`rejection.${submit.rejection.code}`)}</p>`
      : nothing
  }`;
}
