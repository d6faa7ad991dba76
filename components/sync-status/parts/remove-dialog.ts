import { html, nothing } from 'lit';
import type { OutboxItem } from '../../../src/client/outbox/outbox.types.js';
import type { SyncDialog, SyncHost } from '../sync-host.js';
import { aboutWords, kindWords } from './words.js';

/** Asks before something that was not sent is lost. */
export function removeDialog(host: SyncHost, item: OutboxItem, remove: () => void): SyncDialog {
  const { l } = host;
  return {
    render: () =>
      html`<div class="dialog">
        <h2 id="dialog-title" tabindex="-1">${l.t('sync-list.remove.title')}</h2>
        <p>${l.t('sync-list.remove.lead', { what: kindWords(item.kind, l), about: aboutWords(item, l) })}</p>
        ${item.resting > 0 ? html`<p>${l.t('sync-list.remove.resting', { n: item.resting })}</p>` : nothing}
        <div class="actions end">
          <button type="button" data-do="cancel" @click=${() => host.close()}>
            ${l.t('sync-list.cancel')}
          </button>
          <button
            type="button"
            class="danger"
            data-do="ok"
            @click=${() => {
              host.close();
              remove();
            }}
          >
            ${l.t('sync-list.remove.ok')}
          </button>
        </div>
      </div>`,
  };
}
