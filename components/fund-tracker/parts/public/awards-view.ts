import { html, nothing, type TemplateResult } from 'lit';
import type { PublicAward } from '../../../../src/domain/fund/fund-query.schema.js';
import { dong, type PublicContext } from './public-context.js';

/** Recipients of a round, fetched when somebody opens it. */
export class AwardShelf {
  readonly #rounds = new Map<string, readonly PublicAward[] | 'loading' | 'failed'>();

  of(round: string): readonly PublicAward[] | 'loading' | 'failed' | undefined {
    return this.#rounds.get(round);
  }

  /** Reads again what is known: somebody may have been awarded since, or is not to be named any more. */
  async renew({ host, fund }: PublicContext): Promise<void> {
    for (const [round, known] of this.#rounds) {
      if (known === 'loading') continue;
      try {
        this.#rounds.set(round, await host.client.queryAll('public.awards.list', { fund: fund.id, round }));
      } catch (error) {
        // What is shown of it stays.
        host.report(error);
      }
    }
    host.changed();
  }

  async open({ host, fund }: PublicContext, round: string): Promise<void> {
    const known = this.#rounds.get(round);
    if (known && known !== 'failed') return;
    this.#rounds.set(round, 'loading');
    host.changed();
    try {
      this.#rounds.set(round, await host.client.queryAll('public.awards.list', { fund: fund.id, round }));
    } catch (error) {
      this.#rounds.set(round, 'failed');
      host.report(error);
    }
    host.changed();
  }
}

function listView(
  { l }: PublicContext,
  awards: ReturnType<AwardShelf['of']>,
  levels: ReadonlyMap<string, string>,
): TemplateResult {
  if (awards === 'failed') return html`<p class="error">${l.t('fund.awards.failed')}</p>`;
  if (awards === undefined || awards === 'loading')
    return html`<p class="hint" role="status">${l.t('fund.loading')}</p>`;
  if (awards.length === 0) return html`<p class="hint">${l.t('fund.awards.none')}</p>`;
  return html`<ul class="awards">
    ${awards.map(({ name, initials, grade, level, count, amount }) => {
      const who = [name ?? initials, grade].filter((part) => part !== undefined).join(', ');
      return html`<li>
        <span>${who || l.t('fund.awards.others', { n: count })}</span>
        <span class="hint">${level === undefined ? nothing : levels.get(level)}</span>
        <span class="number">${dong(amount, l)}</span>
      </li>`;
    })}
  </ul>`;
}

/** Rounds of scholarships and awards, with their recipients as far as strangers may read them. */
export function awardsView(context: PublicContext, shelf: AwardShelf): TemplateResult | typeof nothing {
  const { fund, year, l } = context;
  const rounds = fund.rounds
    .filter((round) => year === undefined || round.year === String(year))
    .sort((a, b) => b.year.localeCompare(a.year));
  if (rounds.length === 0) return nothing;
  return html`<section part="awards" aria-labelledby="awards-title">
    <h3 id="awards-title">${l.t('fund.awards')}</h3>
    <p class="hint">${l.t('fund.awards.hint')}</p>
    ${rounds.map(({ id, title, criteria, levels }) => {
      const open = (event: Event): void => {
        if ((event.target as HTMLDetailsElement).open) void shelf.open(context, id);
      };
      return html`<details class="round" @toggle=${open}>
        <summary>${title}</summary>
        ${criteria ? html`<p class="hint">${criteria}</p>` : nothing}
        ${listView(context, shelf.of(id), new Map(levels.map((level) => [level.id, l.text(level.label)])))}
      </details>`;
    })}
  </section>`;
}
