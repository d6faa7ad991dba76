import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxConflict } from '../../../src/client/outbox/outbox.types.js';
import type { Answer } from '../../../src/domain/answer.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { toProblem } from '../../../src/client/problem.js';
import { sameJson } from '../../../src/client/same-json.js';
import { claimWords } from '../../base/claim-words.js';
import type { LanguageController } from '../../base/language.js';
import { problemText } from '../../base/problem-text.js';
import type { SyncDialog, SyncHost } from '../sync-host.js';

type Side = 'mine' | 'theirs';

/** Both sides of a conflict and what stood there before, with a choice for each criterion. */
export class CompareDialog implements SyncDialog {
  #choices: Record<string, Side> = {};
  #conflict: OutboxConflict;
  /** He pressed the button before everything was chosen. */
  #asked = false;
  /** Why what was chosen is not sent. */
  #told: string | undefined;
  #busy = false;
  /** Nothing is left to be chosen: another tab was faster. */
  #over = false;

  constructor(
    readonly host: SyncHost,
    conflict: OutboxConflict,
  ) {
    this.#conflict = conflict;
  }

  get #missing(): number {
    return this.#conflict.criteria.filter(({ criterion }) => !this.#choices[criterion]).length;
  }

  readonly #save = (): void => {
    const { host } = this;
    if (this.#busy) return;
    if (this.#missing > 0) {
      this.#asked = true;
      host.show(this);
      host.focus(() => host.root().querySelector<HTMLElement>('fieldset.open input'));
      return;
    }
    void this.#send();
  };

  /** Closes only once the choice is on its way: what was chosen stays on the screen until then. */
  async #send(): Promise<void> {
    const { host } = this;
    this.#busy = true;
    this.#told = undefined;
    host.changed();
    try {
      const { seq, theirs } = this.#conflict;
      if (await host.outbox.resolve(seq, this.#choices, theirs.version)) return host.close();
      this.#take(await host.outbox.conflict(seq));
    } catch (error) {
      this.#told = problemText(toProblem(error), host.l);
      host.report(error);
    } finally {
      this.#busy = false;
    }
    host.changed();
    host.focus('#not-sent');
  }

  /** How it stands by now; a choice stays where both sides are what they were. */
  #take(now: OutboxConflict | undefined): void {
    const { l } = this.host;
    this.#over = now === undefined;
    this.#told = l.t(now ? 'sync-list.compare.changed' : 'sync-list.compare.over');
    if (!now) return;
    const before = new Map(this.#conflict.criteria.map((one) => [one.criterion, one]));
    const kept = now.criteria.filter((one) => sameJson(one, before.get(one.criterion)));
    this.#choices = Object.fromEntries(
      kept.flatMap(({ criterion }) => {
        const side = this.#choices[criterion];
        return side ? [[criterion, side] as const] : [];
      }),
    );
    this.#conflict = now;
    this.#asked = false;
  }

  render(): TemplateResult {
    const { host } = this;
    const conflict = this.#conflict;
    const { l } = host;
    const criteria = new Map(conflict.set?.sections.flatMap((s) => s.criteria).map((c) => [c.id, c]));
    const missing = this.#missing;
    return html`<div class="dialog">
      <h2 id="dialog-title" tabindex="-1">${l.t('sync-list.compare.title', { about: conflict.about })}</h2>
      ${
        this.#told === undefined
          ? nothing
          : html`<p class="notice bad" role="alert" id="not-sent" tabindex="-1">${this.#told}</p>`
      }
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
              ?disabled=${this.#over}
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
        <button
          type="button"
          class="primary"
          data-do="save"
          ?disabled=${this.#busy || this.#over}
          @click=${this.#save}
        >
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
