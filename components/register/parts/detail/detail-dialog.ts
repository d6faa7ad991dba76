import { html, nothing, type TemplateResult } from 'lit';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import type { Problem } from '../../../../src/client/view.types.js';
import { entryOf, rowOf } from '../../../../src/domain/area/register-entry.js';
import { dateInVietnam } from '../../../../src/domain/civil-date.js';
import type { RegisterRow } from '../../../../src/domain/area/area-query.schema.js';
import type { PastResult, Subject } from '../../../../src/domain/subject.schema.js';
import { problemWords, unreadText } from '../../../base/problem-words.js';
import type { RegisterDialog, RegisterHost } from '../../register-host.js';
import { decisionWords, kindWords, pointsWords, signOf, titleLabel } from '../list/row-words.js';
import { MembersView } from './members-view.js';

/** Opens what is known of a subject. */
export function openDetail(host: RegisterHost, subject: string): void {
  host.l.add(problemWords);
  host.show(new DetailDialog(host, subject));
}

/** One subject: who it is, how it stood in each year, and whom it consists of. */
class DetailDialog implements RegisterDialog {
  readonly #host: RegisterHost;
  readonly #id: string;
  readonly #gone = new AbortController();
  #subject: Subject | undefined;
  #years: readonly RegisterRow[] = [];
  /** What older books tell, of years that nothing was judged in here. */
  #past: readonly PastResult[] = [];
  #members: MembersView | undefined;
  #problem: Problem | undefined;
  /** What is shown was changed since. */
  #stale = false;

  constructor(host: RegisterHost, subject: string) {
    this.#host = host;
    this.#id = subject;
    void this.#load();
  }

  closed(): void {
    this.#gone.abort();
    // Where he was in the list.
    this.#host.focus('#list [role=grid]');
  }

  /** `changed`: why it is read again. */
  async #load(changed?: 'saved' | 'conflict'): Promise<void> {
    const { client } = this.#host.session;
    const { signal } = this.#gone;
    this.#stale ||= changed === 'saved';
    try {
      const [found, assessments] = await Promise.all([
        client.query('subject.get', { id: this.#id }, { signal }),
        client.queryAll('assessments.list', { subject: this.#id }, { signal }),
      ]);
      const subject = found.items[0]!;
      const entry = entryOf(subject, assessments, 1);
      this.#subject = subject;
      this.#years = Object.keys(entry.years)
        .sort()
        .reverse()
        .flatMap((cycle) => rowOf({ ...entry, closedAt: undefined }, cycle) ?? []);
      const judged = this.#years.filter(({ score, decision }) => score !== undefined || decision);
      this.#past = (subject.past ?? []).filter(({ cycle }) => !judged.some((row) => row.cycle === cycle));
      if (subject.model !== 'citizen') {
        const renew = (why: 'saved' | 'conflict') => this.#load(why);
        const trouble = changed === 'conflict' ? changed : undefined;
        this.#members = new MembersView(this.#host, subject, signal, renew, trouble);
        void this.#members.load();
      }
      this.#problem = undefined;
      this.#stale = false;
    } catch (error) {
      if (isAbort(error)) return;
      this.#problem = toProblem(error);
      this.#host.report(error);
    }
    if (changed)
      this.#host.focus(this.#problem ? '#unread' : changed === 'saved' ? '#members' : '#member-trouble');
    this.#host.changed();
  }

  async #again(): Promise<void> {
    await this.#load();
    this.#host.focus(this.#problem ? '#unread' : '#dialog-title');
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const subject = this.#subject;
    const problem = this.#problem;
    const known = this.#host.list.getState().rows.find((row) => row.subject === this.#id);
    return html`<form class="dialog" novalidate @submit=${(event: Event) => event.preventDefault()}>
      <div>
        <h2 id="dialog-title" class="name" tabindex="-1">${subject?.name ?? known?.name ?? ''}</h2>
        ${subject ? html`<p class="hint">${kindWords(subject, l)}</p>` : nothing}
      </div>
      ${
        problem
          ? html`<div class="notice ${subject ? 'warn' : 'bad'}" role="alert" id="unread" tabindex="-1">
              ${this.#stale ? html`<p><strong>${l.t('register.detail.unread')}</strong></p>` : nothing}
              <p>${unreadText(problem, l)}</p>
              <p class="actions">
                <button type="button" @click=${() => void this.#again()}>${l.t('register.retry')}</button>
              </p>
            </div>`
          : nothing
      }
      ${
        subject
          ? html`${this.#facts(subject)} ${this.#history()} ${this.#members?.render() ?? nothing}`
          : problem
            ? nothing
            : html`<p class="hint" role="status">${l.t('register.loading')}</p>`
      }
      <div class="actions end">
        <button type="button" data-do="close" @click=${() => this.#host.close()}>
          ${l.t('register.close')}
        </button>
      </div>
    </form>`;
  }

  #facts({ place, head, parent }: Subject): TemplateResult {
    const { l } = this.#host;
    const leads = head ? [head.name, head.position ?? ''].filter(Boolean).join(', ') : '';
    const facts = [
      [l.t('register.detail.place'), place.name],
      [l.t('register.detail.head'), leads],
      [l.t('register.detail.parent'), parent ?? ''],
    ] as const;
    return html`<dl>
      ${facts
        .filter(([, words]) => words !== '')
        .map(
          ([label, words]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
    </dl>`;
  }

  #history(): TemplateResult {
    const { l, sets, session } = this.#host;
    const today = dateInVietnam(session.client.now().toISOString());
    if (this.#years.length + this.#past.length === 0)
      return html`<section class="group">
        <h3>${l.t('register.detail.history')}</h3>
        <p class="hint">${l.t('register.detail.history.none')}</p>
      </section>`;
    return html`<section class="group" aria-labelledby="history">
      <h3 id="history">${l.t('register.detail.history')}</h3>
      <table class="years" aria-labelledby="history">
        <thead>
          <tr>
            <th scope="col">${l.t('register.detail.year')}</th>
            <th scope="col">${l.t('register.detail.state')}</th>
            <th scope="col">${l.t('register.detail.score')}</th>
            <th scope="col">${l.t('register.detail.title')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#ofAllYears((row) =>
            'source' in row
              ? this.#pastView(row)
              : html`<tr data-year=${row.cycle}>
                  <td>${this.#yearLink(row)}</td>
                  <td>
                    <span class="badge ${row.state}"
                      ><span aria-hidden="true">${signOf(row.state)}</span>
                      ${l.t(`register.state.${row.state}`)}</span
                    >
                  </td>
                  <td>${pointsWords(row, l)}</td>
                  <td>
                    ${row.decision ? titleLabel(row.outcome, row.criteria, sets, l) : nothing}
                    ${row.decision ? html`<span class="hint"> ${decisionWords(row, l, today)}</span>` : nothing}
                  </td>
                </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  /** What was judged here and what older books tell, the latest year first. */
  #ofAllYears(view: (row: RegisterRow | PastResult) => TemplateResult): TemplateResult[] {
    const all: (RegisterRow | PastResult)[] = [...this.#years, ...this.#past];
    return all.sort((a, b) => b.cycle.localeCompare(a.cycle)).map(view);
  }

  #pastView({ cycle, score, title, source }: PastResult): TemplateResult {
    const { l } = this.#host;
    return html`<tr data-year=${cycle} data-past>
      <td>${cycle}</td>
      <td>${l.t('register.detail.past')}</td>
      <td>${score === undefined ? nothing : l.number(score)}</td>
      <td>${title ?? nothing} <span class="hint">${l.t('register.detail.past.source', { source })}</span></td>
    </tr>`;
  }

  /** The year, as the way to its assessment. */
  #yearLink({ assessment, cycle }: RegisterRow): TemplateResult {
    const { l } = this.#host;
    if (assessment === undefined) return html`${cycle}`;
    const label = l.t('register.detail.open', { year: cycle });
    const open = (event: Event): void => {
      if (!this.#host.opens(assessment, this.#id, cycle)) event.preventDefault();
    };
    const href = this.#host.hrefOf(assessment);
    return href === undefined
      ? html`<button type="button" class="quiet" aria-label=${label} @click=${open}>${cycle}</button>`
      : html`<a href=${href} aria-label=${label} @click=${open}>${cycle}</a>`;
  }
}
