import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../../src/client/outbox/outbox.types.js';
import { formatDateTime } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import { aboutWords, kindWords, troubleWords } from './words.js';

/** What a person can do with one thing that waits. */
export interface ItemActs {
  open(item: OutboxItem): void;
  compare(item: OutboxItem): void;
  again(item: OutboxItem): void;
  remove(item: OutboxItem): void;
}

/** One thing in the list: what, about whom, when, how it stands, and what can be done. */
export function itemView(item: OutboxItem, l: LanguageController, acts: ItemActs): TemplateResult {
  const { kind, at, state, trouble, behind, sentAt, receipt, seq } = item;
  const what = kindWords(kind, l);
  const about = aboutWords(item, l);
  const button = (act: keyof ItemActs, words: string, look = 'quiet'): TemplateResult =>
    html`<button
      type="button"
      class=${look}
      data-do=${act}
      aria-label=${l.t('sync-list.of', { act: words, what, about })}
      @click=${() => acts[act](item)}
    >
      ${words}
    </button>`;
  const compares = trouble?.code === 'conflict' && kind === 'assessment.answer';
  return html`<li class="row" part="item" data-seq=${seq} tabindex="-1">
    <div class="head">
      <span class="name">${about}</span>
      <span class="badge ${state === 'stuck' ? 'invalid' : state === 'sent' ? 'met' : ''}"
        >${l.t(`sync-list.state.${state}`)}</span
      >
    </div>
    <div class="facts">
      <span>${what}</span>
      ${at ? html`<span>${l.t('sync-list.at', { time: formatDateTime(at) })}</span>` : nothing}
      ${sentAt ? html`<span>${l.t('sync-list.sent-at', { time: formatDateTime(sentAt) })}</span>` : nothing}
      ${receipt ? html`<span class="figure">${l.t('sync-list.receipt', { receipt })}</span>` : nothing}
    </div>
    ${trouble ? html`<p class="why">${troubleWords(trouble, l)}</p>` : nothing}
    ${trouble?.code === 'conflict' && !compares ? html`<p class="hint">${l.t('sync-list.conflict.over')}</p>` : nothing}
    ${
      behind
        ? html`<p class="hint">
            ${l.t('sync-list.behind', { what: kindWords(behind.kind, l), about: aboutWords(behind, l) })}
          </p>`
        : nothing
    }
    <div class="actions">
      ${compares ? button('compare', l.t('sync-list.compare'), 'primary') : nothing}
      ${
        trouble && !compares && trouble.code !== 'damaged'
          ? button('again', l.t(trouble.code === 'conflict' ? 'sync-list.again.newer' : 'sync-list.again'))
          : nothing
      }
      ${item.record ? button('open', l.t('sync-list.open')) : nothing}
      ${state === 'sent' ? nothing : button('remove', l.t('sync-list.remove'), 'quiet danger')}
    </div>
  </li>`;
}
