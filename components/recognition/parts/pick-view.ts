import { html, nothing, type TemplateResult } from 'lit';
import type { Candidate } from '../../../src/client/candidates.js';
import { MOST_GRANTS } from '../../../src/domain/recognition.schema.js';
import { mayTick } from '../candidate-list.js';
import type { RecognitionContext } from '../recognition-context.js';

/** What they are called when counted: "gia đình" where all are families, "bản" where they are of several models. */
const kindOf = (all: readonly Candidate[]): string => {
  const [first, another] = new Set(all.map(({ assessment }) => assessment.model));
  return another === undefined && first !== undefined ? first : 'mixed';
};

/** How many are chosen out of what, and what of the filter lies beyond. */
function countView({ desk, l, busy, readRest, takeRest }: RecognitionContext): TemplateResult {
  const { items, more, rest, reading } = desk.list;
  const able = items.filter(mayTick);
  const n = desk.picked.length;
  const kind = kindOf(items);
  const unable = items.length - able.length;
  const words =
    n === 0
      ? l.t('recognition.ticked.none')
      : n < able.length
        ? l.t('recognition.ticked', { n, all: able.length })
        : more === undefined
          ? l.t(`recognition.ticked.all.${kind}`, { n })
          : l.t('recognition.ticked.listed', { n });
  const beyond = [...able, ...(rest?.items.filter(mayTick) ?? [])];
  const most = beyond.length > MOST_GRANTS || rest?.next !== undefined;
  const take = most
    ? l.t('recognition.take-most', { n: MOST_GRANTS })
    : l.t(`recognition.take-all.${kindOf(beyond)}`, { n: beyond.length });
  return html`<p class="hint" role="status" id="ticked">
      ${words} ${n > 0 && unable > 0 ? l.t('recognition.unable', { n: unable }) : nothing}
      ${n === MOST_GRANTS ? l.t('recognition.most', { n: MOST_GRANTS }) : nothing}
      ${reading === undefined ? nothing : l.t('recognition.reading', { n: items.length + reading })}
    </p>
    ${
      more === undefined || n < able.length || n === 0 || n >= MOST_GRANTS || reading !== undefined
        ? nothing
        : html`<p class="actions">
            ${
              rest
                ? html`<button type="button" id="take-all" ?disabled=${busy} @click=${takeRest}>
                    ${take}
                  </button>`
                : html`<button type="button" id="read-rest" ?disabled=${busy} @click=${readRest}>
                    ${l.t('recognition.read-rest')}
                  </button>`
            }
          </p>`
    }`;
}

/** Choosing all, how many are chosen, and how far the members are known. */
export function pickView(context: RecognitionContext): TemplateResult {
  const { desk, l, busy, readRest, lookUp } = context;
  const { items, lookups, failed } = desk.list;
  const able = items.filter(mayTick).length;
  const n = desk.picked.length;
  const all = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    desk.tickAll(checked);
    // How many more there are is worth knowing as soon as somebody wants all.
    if (checked) readRest();
  };
  return html`<div class="pick">
    <label class="check"
      ><input
        type="checkbox"
        id="all"
        .checked=${able > 0 && n >= Math.min(able, MOST_GRANTS)}
        .indeterminate=${n > 0 && n < Math.min(able, MOST_GRANTS)}
        ?disabled=${busy || able === 0}
        @change=${all}
      />${l.t('recognition.tick-all')}</label
    >
    ${countView(context)}
    <p class="hint" role="status" id="lookups">
      ${
        lookups.done + failed < lookups.all
          ? l.t('recognition.members.looking', { done: lookups.done, all: lookups.all })
          : nothing
      }
    </p>
    ${
      failed === 0
        ? nothing
        : html`<p class="warning" id="unknown">
            ${l.t('recognition.members.failed', { n: failed })}
            <button type="button" class="quiet" @click=${lookUp}>${l.t('recognition.retry')}</button>
          </p>`
    }
  </div>`;
}
