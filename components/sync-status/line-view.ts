import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { OutboxView } from '../../src/client/outbox/outbox.types.js';
import type { LanguageController } from '../base/language.js';

/** How it stands at a glance; each has a sign of its own, so that colour says nothing alone. */
export type LineState = 'idle' | 'waiting' | 'sending' | 'offline' | 'sign-in' | 'stuck';

/** What is said first: what needs the person, then what is under way. */
export function lineState({ status, stuck, waiting }: OutboxView, online: boolean): LineState {
  if (stuck > 0) return 'stuck';
  if (waiting === 0) return online ? 'idle' : 'offline';
  if (status === 'sending' || status === 'sign-in' || status === 'offline') return status;
  return online ? 'waiting' : 'offline';
}

/** The line in words: what needs the person comes first, and what else waits behind it. */
export function lineWords(view: OutboxView, state: LineState, l: LanguageController): string {
  const { waiting, sent, of, stuck } = view;
  const moving =
    view.status === 'sending'
      ? l.t('sync.sending', { sent, of: Math.max(of, sent) })
      : waiting > 0
        ? l.t('sync.waiting', { n: waiting })
        : '';
  if (state === 'stuck') return [l.t('sync.stuck', { n: stuck }), moving].filter(Boolean).join(' · ');
  if (state === 'sending') return moving;
  if (state === 'offline')
    return waiting > 0 ? l.t('sync.offline', { n: waiting }) : l.t('sync.offline.idle');
  return l.t(`sync.${state}`, { n: waiting });
}

const signs: Record<LineState, SVGTemplateResult> = {
  idle: svg`<circle cx="10" cy="10" r="7.5"></circle><path d="M6.5 10.2 9 12.7l4.6-5"></path>`,
  waiting: svg`<circle cx="10" cy="10" r="7.5"></circle><path d="M10 5.8V10l2.8 2"></path>`,
  sending: svg`<path d="M10 16V4.5M5.5 9 10 4.5 14.5 9"></path>`,
  offline: svg`<path d="M3 8a10 10 0 0 1 14 0M6 11.2a5.6 5.6 0 0 1 8 0M10 15h.01M3.5 3l13 14"></path>`,
  'sign-in': svg`<rect x="4.5" y="9" width="11" height="7.5" rx="1.5"></rect><path d="M7 9V6.5a3 3 0 0 1 6 0V9"></path>`,
  stuck: svg`<path d="M10 3 18 16.5H2ZM10 8.2v3.6M10 14.2h.01"></path>`,
};

/** The line that opens the list. */
export function lineView(
  view: OutboxView,
  state: LineState,
  l: LanguageController,
  open: boolean,
  toggle: () => void,
): TemplateResult {
  return html`<button
    type="button"
    id="line"
    part="line"
    class="line ${state}"
    aria-expanded=${open ? 'true' : 'false'}
    aria-controls="panel"
    @click=${toggle}
  >
    <svg class="sign" viewBox="0 0 20 20" aria-hidden="true">${signs[state]}</svg>
    <span>${lineWords(view, state, l)}</span>
    <svg class="sign more" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4l4 4 4-4"></path></svg>
  </button>`;
}

/** Sentences in the place of the line where there is no queue to speak of. */
export function insteadView(
  phase: 'loading' | 'none' | 'forbidden' | 'error',
  l: LanguageController,
  why: string,
  retry: () => void,
): TemplateResult {
  if (phase !== 'error') return html`<p class="line hint" role="status">${l.t(`sync.${phase}`)}</p>`;
  return html`<div class="notice bad" role="alert">
    <p><strong>${l.t('sync.error')}</strong> ${why || nothing}</p>
    <p><button type="button" data-do="retry" @click=${retry}>${l.t('sync.retry')}</button></p>
  </div>`;
}
