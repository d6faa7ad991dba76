import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageController } from '../../base/language.js';
import { problemText } from '../../base/problem-text.js';
import type { FormContext } from '../form-context.js';

/** Where what was typed is right now. */
export function saveLine({ view, l }: FormContext): TemplateResult | typeof nothing {
  const { save } = view;
  if (view.phase !== 'editing' || view.role === 'follower') return nothing;
  const words =
    save.status === 'saved'
      ? l.t('form.saved', { time: l.dateTime(save.at) })
      : save.status === 'idle'
        ? l.t('form.autosave')
        : l.t(`form.save.${save.status}`);
  return html`<p class="save ${save.status}"><span aria-hidden="true"></span>${words}</p>`;
}

/** The states in which there is no form to fill in, and the notices above the one there is. */
export function notices(
  phase: string,
  context: FormContext | undefined,
  l: LanguageController,
): TemplateResult | typeof nothing {
  const view = context?.view;
  switch (phase) {
    case 'loading':
      return html`<div class="loading" role="status">
        <span class="spinner" aria-hidden="true"></span>${l.t('form.loading')}
      </div>`;
    case 'forbidden':
    case 'empty':
      return html`<div class="notice warn" role="status">
        <h3>${l.t(`form.${phase}.title`)}</h3>
        <p>${l.t(`form.${phase}`)}</p>
      </div>`;
    case 'error':
      return html`<div class="notice bad" role="alert">
        <h3>${l.t('form.error.title')}</h3>
        <p>
          ${view?.problem && l.has(`error.${view.problem.code}`) ? problemText(view.problem, l) : l.t('form.error')}
        </p>
        <p><button type="button" data-action="retry">${l.t('form.retry')}</button></p>
      </div>`;
  }
  if (!view?.set) return nothing;
  const { set, save } = view;
  return html`${
    set.status === 'sourced'
      ? nothing
      : html`<div class="notice warn" id="provenance">
          <p><strong>${l.t(`form.set.${set.status}`)}</strong> ${l.t(`form.set.${set.status}.hint`)}</p>
        </div>`
  }
  ${
    view.role === 'follower'
      ? html`<div class="notice" role="status">
          <p>${l.t('form.follower')}</p>
          <p><button type="button" data-action="take-over">${l.t('form.take-over')}</button></p>
        </div>`
      : nothing
  }
  ${view.damaged ? html`<p class="notice warn" role="alert">${l.t('form.damaged')}</p>` : nothing}
  ${
    save.status === 'failed'
      ? html`<p class="notice bad" role="alert">
          ${l.has(`error.${save.problem.code}`) ? problemText(save.problem, l) : l.t('form.save.failed')}
          ${l.t('form.save.kept')}
        </p>`
      : nothing
  }
  ${view.persisted === false ? html`<p class="hint">${l.t('form.not-persisted')}</p>` : nothing}
  ${
    view.phase === 'editing' && view.submit.status === 'failed'
      ? html`<p class="notice bad" role="alert">
          ${problemText(view.submit.problem, l)} ${l.t('form.save.kept')}
        </p>`
      : nothing
  }
  ${
    view.phase === 'editing' && view.submit.status === 'rejected'
      ? html`<p class="notice bad" role="alert">${l.t(`rejection.${view.submit.rejection.code}`)}</p>`
      : nothing
  }`;
}
