import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../../../src/i18n/translate.js';
import type { Desk } from './desk.js';

/** Said where the clock of the device is behind the last entry: dates that it proposes may be wrong. */
export function clockView({ l, session }: Desk): TemplateResult | typeof nothing {
  const { clockBehind } = session;
  return clockBehind === undefined
    ? nothing
    : html`<p class="notice warn" role="alert" data-clock>
        ${l.t('desk.clock', { time: formatDateTime(clockBehind) })}
      </p>`;
}
