import { html, nothing, type TemplateResult } from 'lit';
import { isAbort, toProblem } from '../../../../src/client/problem.js';
import { readSubjects } from '../../../../src/client/read-subjects.js';
import { readTitles } from '../../../../src/client/read-titles.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { RegisterRow } from '../../../../src/domain/area/area-query.schema.js';
import { dateInVietnam } from '../../../../src/domain/civil-date.js';
import { mayActOn } from '../../../../src/domain/permissions.js';
import type { Rejection } from '../../../../src/domain/reader.types.js';
import { createEntrySender, type SendEntries } from '../../../../src/client/send-entries.js';
import type { Recognition } from '../../../../src/domain/recognition.schema.js';
import type { Subject } from '../../../../src/domain/subject.schema.js';
import { textField } from '../../../base/fields.js';
import { unreadText, unsentText } from '../../../base/problem-words.js';
import { rejectionText } from '../../../base/rejection-text.js';
import type { RegisterHost } from '../../register-host.js';

/** Citizens that a search offers. */
const offered = 8;
/** Milliseconds after the last key until citizens are searched. */
const quiet = 250;

interface Member {
  id: string;
  name: string;
  /** Holds the title of a learning citizen today. */
  holds: boolean;
}

/** Reads the subject again after a change of its own, or of somebody else's. */
type Renew = (why: 'saved' | 'conflict') => Promise<void>;
type Trouble = Problem | Rejection | 'conflict';

/** Whom a family, a clan, a community or a unit consists of, and how many of them hold the citizen's title. */
export class MembersView {
  readonly #host: RegisterHost;
  readonly #subject: Subject;
  readonly #signal: AbortSignal;
  readonly #renew: Renew;
  readonly #send: SendEntries;
  #members: readonly Member[] | undefined;
  #text = '';
  #found: readonly RegisterRow[] | undefined;
  #search = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  /** Why the members could not be read, or citizens not be searched. */
  #unread: Problem | undefined;
  /** Why the last change came to nothing. */
  #trouble: Trouble | undefined;

  constructor(host: RegisterHost, subject: Subject, signal: AbortSignal, renew: Renew, trouble?: 'conflict') {
    this.#host = host;
    this.#subject = subject;
    this.#signal = signal;
    this.#renew = renew;
    this.#send = createEntrySender(host.session.client);
    this.#trouble = trouble;
  }

  /** Reads the members that are subjects of their own, with what they hold today. */
  async load(): Promise<void> {
    const ids = [...new Set(this.#subject.members?.ids)];
    this.#busy = true;
    this.#host.changed();
    try {
      this.#members = await this.#read(ids);
      this.#unread = undefined;
    } catch (error) {
      if (isAbort(error)) return;
      this.#unread = toProblem(error);
      this.#host.report(error);
    }
    this.#busy = false;
    this.#host.changed();
  }

  async #again(): Promise<void> {
    await this.load();
    if (!this.#unread) this.#host.focus('#members');
  }

  async #read(ids: readonly string[]): Promise<Member[]> {
    const { client } = this.#host.session;
    const today = dateInVietnam(client.now().toISOString());
    // One that this person may not see, or that is gone, is still counted.
    const [subjects, titles] = await Promise.all([
      readSubjects(client, ids, this.#signal),
      readTitles(client, ids, this.#signal),
    ]);
    const holds = ({ state, model, validFrom, validUntil }: Recognition): boolean =>
      model === 'citizen' && state === 'granted' && validFrom <= today && today <= validUntil;
    return ids.map((id) => ({
      id,
      name: subjects.get(id)?.name ?? id,
      holds: titles.get(id)?.some(holds) ?? false,
    }));
  }

  get #mayChange(): boolean {
    const { actor, may } = this.#host.session;
    const { owner, id, closedAt } = this.#subject;
    const own = owner === actor.id;
    return (
      may.update &&
      closedAt === undefined &&
      mayActOn(actor, 'subject.update', { owner, subjectId: id }, own) === 'yes'
    );
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const members = this.#members;
    const { total, recognised } = this.#subject.members ?? {};
    return html`<section class="group" aria-labelledby="members" aria-busy=${this.#busy ? 'true' : 'false'}>
      <h3 id="members" tabindex="-1">${l.t('register.detail.members')}</h3>
      ${
        members === undefined
          ? this.#unread
            ? nothing
            : html`<p class="hint" role="status">${l.t('register.loading')}</p>`
          : html`<p role="status" ?hidden=${members.length === 0 && total !== undefined}>
              ${
                members.length > 0
                  ? l.t('register.detail.members.listed', {
                      n: members.length,
                      m: members.filter(({ holds }) => holds).length,
                    })
                  : total === undefined
                    ? l.t('register.detail.members.none')
                    : nothing
              }
            </p>`
      }
      ${
        total === undefined
          ? nothing
          : html`<p class="hint">
              ${
                recognised === undefined
                  ? l.t('register.detail.members.declared.all', { total })
                  : l.t('register.detail.members.declared', { total, recognised })
              }
            </p>`
      }
      ${members && members.length > 0 ? this.#list(members) : nothing} ${this.#troubleView()}
      ${members && this.#mayChange ? this.#adding() : nothing}
    </section>`;
  }

  #list(members: readonly Member[]): TemplateResult {
    const { l } = this.#host;
    return html`<ul class="members">
      ${members.map(
        ({ id, name, holds }) =>
          html`<li data-member=${id}>
            <span class="name">${name}</span>
            <span class="actions">
              ${holds ? html`<span class="badge recognised">★ ${l.t('register.detail.member.holds')}</span>` : nothing}
              ${
                this.#mayChange
                  ? html`<button
                      type="button"
                      class="quiet"
                      ?disabled=${this.#busy}
                      aria-label=${l.t('register.detail.member.remove', { name })}
                      @click=${() => void this.#put(members.filter((one) => one.id !== id).map((one) => one.id))}
                    >
                      ${l.t('register.detail.member.remove.short')}
                    </button>`
                  : nothing
              }
            </span>
          </li>`,
      )}
    </ul>`;
  }

  #troubleView(): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const trouble = this.#trouble;
    if (this.#unread)
      return html`<div class="notice bad" role="alert">
        <p>${unreadText(this.#unread, l)}</p>
        ${
          this.#members
            ? nothing
            : html`<p class="actions">
                <button type="button" ?disabled=${this.#busy} @click=${() => void this.#again()}>
                  ${l.t('register.retry')}
                </button>
              </p>`
        }
      </div>`;
    if (!trouble) return nothing;
    const words =
      trouble === 'conflict'
        ? l.t('register.detail.conflict')
        : 'retryable' in trouble
          ? unsentText(trouble, l)
          : rejectionText(trouble, l);
    return html`<p class="notice bad" role="alert" id="member-trouble" tabindex="-1">${words}</p>`;
  }

  #adding(): TemplateResult {
    const { l, list } = this.#host;
    const found = this.#found;
    return html`${textField({
      name: 'member',
      label: l.t('register.detail.member.add'),
      hint: l.t('register.detail.member.add.hint', { year: list.getState().filter.cycle }),
      value: this.#text,
      input: (value) => this.#type(value),
    })}
    ${
      found === undefined
        ? nothing
        : found.length === 0
          ? html`<p class="hint" role="status">${l.t('register.detail.member.add.none')}</p>`
          : html`<ul class="members">
              ${found.map(
                ({ subject, name, place }) =>
                  html`<li>
                    <span><span class="name">${name}</span> <span class="hint">${place.name}</span></span>
                    <button
                      type="button"
                      data-add=${subject}
                      ?disabled=${this.#busy}
                      @click=${() => void this.#put([...(this.#subject.members?.ids ?? []), subject])}
                    >
                      ${l.t('register.detail.member.add.one', { name })}
                    </button>
                  </li>`,
              )}
            </ul>`
    }`;
  }

  #type(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#search.abort();
    if (text.trim() === '') {
      this.#found = undefined;
      this.#host.changed();
    } else this.#timer = setTimeout(() => void this.#find(text), quiet);
  }

  async #find(text: string): Promise<void> {
    const { session, list } = this.#host;
    const { signal } = (this.#search = new AbortController());
    const { cycle } = list.getState().filter;
    try {
      const params = { cycle, model: 'citizen' as const, text: text.slice(0, 200), limit: offered };
      const { items } = await session.client.query('register.list', params, { signal });
      if (signal.aborted) return;
      const known = new Set(this.#subject.members?.ids);
      this.#found = items.filter(({ subject }) => !known.has(subject));
      this.#unread = undefined;
    } catch (error) {
      if (isAbort(error)) return;
      this.#unread = toProblem(error);
      this.#host.report(error);
    }
    this.#host.changed();
  }

  /** Enters the members; counts that were declared for people who are no subjects here stay as they are. */
  async #put(ids: readonly string[]): Promise<void> {
    const { id, version, members } = this.#subject;
    this.#busy = true;
    this.#trouble = undefined;
    this.#host.changed();
    try {
      // What got no answer is repeated as it was: it is no change of somebody else's then.
      const [entered] = await this.#send([
        {
          kind: 'subject.update',
          record: id,
          expected: version,
          payload: { members: { ...members, ids: [...ids] } },
        },
      ]);
      if (entered!.status === 'rejected') this.#trouble = entered!.rejection;
      else {
        const saved = entered!.status === 'done';
        if (saved) this.#host.list.touch();
        // Another view takes the place of this one. Where it does not come, nothing more is done upon what is gone.
        return await this.#renew(saved ? 'saved' : 'conflict');
      }
    } catch (error) {
      this.#trouble = toProblem(error);
      this.#host.report(error);
    }
    this.#busy = false;
    this.#host.focus('#member-trouble');
    this.#host.changed();
  }
}
