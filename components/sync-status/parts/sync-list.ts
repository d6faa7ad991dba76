import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../../src/client/outbox/outbox.types.js';
import { toProblem } from '../../../src/client/problem.js';
import { dateInVietnam } from '../../../src/domain/civil-date.js';
import { formatDateTime } from '../../../src/i18n/translate.js';
import { saveFile } from '../../base/files.js';
import { problemText } from '../../base/problem-text.js';
import type { SyncHost } from '../sync-host.js';
import { CompareDialog } from './compare-dialog.js';
import { itemView, type ItemActs } from './item-view.js';
import { listStyles } from './list.styles.js';
import { removeDialog } from './remove-dialog.js';
import { listTexts } from './texts.js';

/** Lines shown of each group. */
const most = 100;

/** The list of what waits, needs the person, or was sent lately. */
export class SyncList {
  #items: readonly OutboxItem[] | undefined;
  #reading: Promise<void> | undefined;
  #again = false;
  /** What came of a file. */
  #told: { words: string; bad: boolean } | undefined;

  constructor(readonly host: SyncHost) {
    for (const texts of listTexts) host.l.add(texts);
    host.style(listStyles);
  }

  /** Reads the list anew; while it is being read, once more afterwards. */
  read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = (async () => {
      do {
        this.#again = false;
        this.#items = await this.host.outbox.items(most);
        this.host.changed();
      } while (this.#again);
    })().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  readonly #acts: ItemActs = {
    open: (item) => this.host.open(item),
    again: ({ seq }) => this.#try(() => this.host.outbox.retry(seq)),
    compare: ({ seq }) =>
      this.#try(async () => {
        const conflict = await this.host.outbox.conflict(seq);
        if (conflict) this.host.show(new CompareDialog(this.host, conflict));
      }),
    remove: (item) =>
      this.host.show(
        removeDialog(this.host, item, () => {
          if (!this.host.mayDiscard(item)) return;
          this.#try(async () => {
            await this.host.outbox.remove(item.seq);
            this.host.say(this.host.l.t('sync-list.removed'));
            this.host.focus('#panel-title');
          });
        }),
      ),
  };

  #try(act: () => Promise<void>): void {
    act().catch((error: unknown) => {
      this.#tell(problemText(toProblem(error), this.host.l), true);
      this.host.report(error);
    });
  }

  #tell(words: string, bad: boolean): void {
    this.#told = { words, bad };
    this.host.changed();
  }

  readonly #export = (): void =>
    this.#try(async () => {
      const { outbox, l } = this.host;
      const file = await outbox.exportFile();
      const day = dateInVietnam(new Date().toISOString());
      // With evidence in it, it is no text any more, and nobody should try to open it as one.
      const ending = file.type === 'application/json' ? 'json' : 'htsd';
      saveFile(file, `cho-gui-${day}.${ending}`);
      this.#tell(l.t('sync-list.exported'), false);
    });

  readonly #import = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void this.take(file);
  };

  /** Takes a file in, and says what came of it. */
  async take(file: Blob): Promise<void> {
    const { outbox, l } = this.host;
    try {
      const imported = await outbox.importFile(file);
      this.#tell(l.t('sync-list.imported', { ...imported }), false);
    } catch (error) {
      const problem = toProblem(error);
      const key = `sync-list.file.${String(problem.params['reason'])}`;
      this.#tell(l.has(key) ? l.t(key, problem.params) : problemText(problem, l), true);
      this.host.report(error);
    }
  }

  #group(title: string, items: readonly OutboxItem[], all = items.length): TemplateResult | typeof nothing {
    const { l } = this.host;
    if (items.length === 0) return nothing;
    return html`<section>
      <h3>${title}</h3>
      <ul class="rows">
        ${items.map((item) => itemView(item, l, this.#acts))}
      </ul>
      ${all > items.length ? html`<p class="hint">${l.t('sync-list.more', { n: all - items.length })}</p>` : nothing}
    </section>`;
  }

  render(): TemplateResult {
    const { l, outbox } = this.host;
    const items = this.#items;
    if (!items) return html`<p class="hint" role="status">${l.t('sync.loading')}</p>`;
    const { waiting, stuck, status, oldest, persisted, problem } = outbox.getState();
    const of = (...states: OutboxItem['state'][]) => items.filter(({ state }) => states.includes(state));
    const told = this.#told;
    return html`<div class="panel">
      <h2 class="visually-hidden" id="panel-title" tabindex="-1">${l.t('sync-list.title')}</h2>
      <div class="actions">
        <button
          type="button"
          class="primary"
          data-do="send"
          ?disabled=${waiting === 0 || status === 'sending'}
          @click=${() => void outbox.send()}
        >
          ${l.t('sync-list.send')}
        </button>
        <button type="button" data-do="export" ?disabled=${waiting + stuck === 0} @click=${this.#export}>
          ${l.t('sync-list.export')}
        </button>
        <label class="file">
          <input type="file" class="visually-hidden" @change=${this.#import} />
          <span>${l.t('sync-list.import')}</span>
        </label>
      </div>
      ${
        told
          ? html`<p
              class="notice ${told.bad ? 'bad' : 'good'}"
              role=${told.bad ? 'alert' : 'status'}
              data-told
            >
              ${told.words}
            </p>`
          : nothing
      }
      ${
        waiting > 0 && problem && status !== 'sending'
          ? html`<p class="hint">${l.t('sync-list.problem', { why: problemText(problem, l) })}</p>`
          : nothing
      }
      ${
        persisted === false && oldest
          ? html`<p class="notice warn" data-age>
              ${l.t('sync-list.not-persisted')} ${l.t('sync-list.oldest', { time: formatDateTime(oldest) })}
            </p>`
          : nothing
      }
      ${waiting + stuck === 0 ? html`<p>${l.t('sync-list.empty')}</p>` : nothing}
      ${this.#group(l.t('sync-list.stuck'), of('stuck'), stuck)}
      ${this.#group(l.t('sync-list.waits'), of('waiting', 'behind'), waiting)}
      ${this.#group(l.t('sync-list.sent'), of('sent'))}
    </div>`;
  }
}
