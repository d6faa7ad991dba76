import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxConflict } from '../../../src/client/outbox/outbox.types.js';
import type { Answer } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { claimWords } from '../../base/claim-words.js';
import type { LanguageController } from '../../base/language.js';
import type { SyncDialog, SyncHost } from '../sync-host.js';

type Side = 'mine' | 'theirs';

/** Both sides of a conflict and what stood there before, with a choice for each criterion. */
export class CompareDialog implements SyncDialog {
  readonly #choices: Record<string, Side> = {};
  /** He pressed the button before everything was chosen. */
  #asked = false;

  constructor(
    readonly host: SyncHost,
    readonly conflict: OutboxConflict,
  ) {}

  get #missing(): number {
    return this.conflict.criteria.filter(({ criterion }) => !this.#choices[criterion]).length;
  }

  readonly #save = (): void => {
    const { host, conflict } = this;
    if (this.#missing > 0) {
      this.#asked = true;
      host.show(this);
      host.focus(() => host.root().querySelector<HTMLElement>('fieldset.open input'));
      return;
    }
    host.close();
    host.outbox.resolve(conflict.seq, this.#choices).catch((error: unknown) => host.report(error));
  };

  render(): TemplateResult {
    const { host, conflict } = this;
    const { l } = host;
    const criteria = new Map(conflict.set?.sections.flatMap((s) => s.criteria).map((c) => [c.id, c]));
    const missing = this.#missing;
    return html`<div class="dialog">
      <h2 id="dialog-title" tabindex="-1">${l.t('sync-list.compare.title', { about: conflict.about })}</h2>
      <p>${l.t('sync-list.compare.lead')}</p>
      ${conflict.criteria.map(({ criterion, mine, theirs, before }) => {
        const known = criteria.get(criterion);
        const chosen = this.#choices[criterion];
        const side = (name: Side, answer: Answer | undefined): TemplateResult =>
          html`<label class="check">
            <input
              type="radio"
              name=${criterion}
              value=${name}
              .checked=${chosen === name}
              @change=${() => {
                this.#choices[criterion] = name;
                host.show(this);
              }}
            />
            <span><strong>${l.t(`sync-list.compare.${name}`)}</strong>: ${inWords(known, answer, l)}</span>
          </label>`;
        return html`<fieldset
          class=${chosen ? '' : 'open'}
          aria-describedby=${this.#asked && !chosen ? 'missing' : nothing}
        >
          <legend>${known ? `${known.number ?? ''} ${l.text(known.title)}`.trim() : criterion}</legend>
          <p class="hint">${l.t('sync-list.compare.before')}: ${inWords(known, before, l)}</p>
          ${side('mine', mine)} ${side('theirs', theirs)}
        </fieldset>`;
      })}
      ${
        this.#asked && missing > 0
          ? html`<p class="error" id="missing" role="alert">
              ${l.t('sync-list.compare.missing', { n: missing })}
            </p>`
          : nothing
      }
      <div class="actions end">
        <button type="button" data-do="cancel" @click=${() => host.close()}>
          ${l.t('sync-list.cancel')}
        </button>
        <button type="button" class="primary" data-do="save" @click=${this.#save}>
          ${l.t('sync-list.compare.save')}
        </button>
      </div>
    </div>`;
  }
}

/** An answer in a few words, for putting versions side by side. */
function inWords(
  criterion: Criterion | undefined,
  answer: Answer | undefined,
  l: LanguageController,
): string {
  const parts = answer
    ? [
        ...claimWords(criterion, answer, l),
        answer.note ? `“${answer.note}”` : undefined,
        answer.evidence?.length
          ? l.t('sync-list.compare.evidence', { n: answer.evidence.length })
          : undefined,
      ]
    : [];
  return parts.filter(Boolean).join(' · ') || l.t('sync-list.compare.nothing');
}
