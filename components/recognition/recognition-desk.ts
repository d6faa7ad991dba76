import {
  createSetShelf,
  listAssessments,
  type ListFilter,
  type SetShelf,
} from '../../src/client/assessment-list.js';
import { candidateOf, withMembers, type Candidate } from '../../src/client/candidates.js';
import type { Client } from '../../src/client/client.types.js';
import { toProblem } from '../../src/client/problem.js';
import { rejectionOf } from '../../src/client/rejection-of.js';
import type { SubmitState } from '../../src/client/view.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { AssessmentState } from '../../src/domain/assessment.schema.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { Command, CommandOf } from '../../src/domain/command.schema.js';
import type { Rejection } from '../../src/domain/reader.types.js';
import { MOST_GRANTS, type DecisionFacts, type Recognition } from '../../src/domain/recognition.schema.js';
import type { WholeDecision } from './papers.js';

const verified: ReadonlySet<AssessmentState> = new Set(['verified']);

type Sent = 'done' | 'conflict' | 'rejected' | 'failed';

/** What the signer's desk knows and does; it draws nothing. `changed` is called after each change. */
export class RecognitionDesk {
  candidates: readonly Candidate[] = [];
  more: string | undefined;
  ticked: ReadonlySet<string> = new Set();
  /** Class or level chosen where it is not the highest. */
  chosen: ReadonlyMap<string, string> = new Map();
  /** What the back end refused, by assessment. */
  flags: ReadonlyMap<string, Rejection> = new Map();
  titles: readonly Recognition[] = [];
  moreTitles: string | undefined;
  act: SubmitState = { status: 'idle' };
  granted: WholeDecision | undefined;

  readonly #client: Client;
  readonly #actor: Actor;
  readonly #shelf: SetShelf;
  readonly #changed: () => void;
  /** The last command that got no answer: repeated as it was, so that it counts once. */
  #unanswered: Command | undefined;

  constructor(client: Client, actor: Actor, changed: () => void) {
    this.#client = client;
    this.#actor = actor;
    this.#shelf = createSetShelf(client);
    this.#changed = changed;
  }

  get today(): string {
    return dateInVietnam(this.#client.now().toISOString());
  }

  outcomeOf({ assessment, outcomes }: Candidate): string | undefined {
    const chosen = this.chosen.get(assessment.id);
    return chosen !== undefined && outcomes.includes(chosen) ? chosen : outcomes[0];
  }

  mayTick = ({ may, outcomes }: Candidate): boolean => may === 'yes' && outcomes.length > 0;

  get picked(): Candidate[] {
    return this.candidates.filter(({ assessment }) => this.ticked.has(assessment.id));
  }

  /** `shown` is called when the list is there; what is known of members follows. */
  async loadCandidates(
    filter: ListFilter,
    from: string | undefined,
    signal: AbortSignal,
    shown: () => void,
  ): Promise<void> {
    const wanted = { ...filter, state: 'verified' as const };
    const page = await listAssessments(this.#client, wanted, verified, from, signal);
    const found = await Promise.all(
      page.items.map(async (one) => candidateOf(one, await this.#shelf.get(one.criteria), this.#actor)),
    );
    if (signal.aborted) return;
    this.candidates = from === undefined ? found : [...this.candidates, ...found];
    const here = new Set(this.candidates.map(({ assessment }) => assessment.id));
    this.ticked = new Set([...this.ticked].filter((id) => here.has(id)));
    this.more = page.next;
    shown();
    this.#changed();
    // After the list is shown: members of 300 families are many questions.
    for (const one of found) {
      const whole = await withMembers(this.#client, one, this.today, signal);
      if (signal.aborted) return;
      this.candidates = this.candidates.map((each) => (each === one ? whole : each));
      this.#changed();
    }
  }

  async loadTitles(filter: ListFilter, from: string | undefined, signal: AbortSignal): Promise<void> {
    const { model, cycle } = filter;
    const params = {
      ...(model && { model }),
      ...(cycle && { cycle }),
      ...(from !== undefined && { cursor: from }),
    };
    const page = await this.#client.query('recognitions.list', { ...params, limit: 50 }, { signal });
    if (signal.aborted) return;
    this.titles = from === undefined ? page.items : [...this.titles, ...page.items];
    this.moreTitles = page.next;
    this.#changed();
  }

  tick(id: string, on: boolean): void {
    const ticked = new Set(this.ticked);
    if (on) ticked.add(id);
    else ticked.delete(id);
    this.ticked = ticked;
    this.#settle();
  }

  /** All that are listed and may be granted; a decision holds no more than 500. */
  tickAll(on: boolean): void {
    const all = this.candidates.filter(this.mayTick).slice(0, MOST_GRANTS);
    this.ticked = new Set(on ? all.map(({ assessment }) => assessment.id) : []);
    this.#settle();
  }

  choose(id: string, outcome: string): void {
    this.chosen = new Map(this.chosen).set(id, outcome);
    this.#settle();
  }

  #settle(): void {
    this.granted = undefined;
    if (this.act.status !== 'sending') this.act = { status: 'idle' };
    this.#changed();
  }

  /** One act for all that are ticked: all are granted, or none. */
  async grant(decision: DecisionFacts): Promise<Sent> {
    const grants = this.picked.flatMap((one) => {
      const outcome = this.outcomeOf(one);
      const { id: assessment, version: expected } = one.assessment;
      return outcome === undefined ? [] : [{ assessment, expected, outcome }];
    });
    const sent = await this.#send('recognition.grant', { decision, grants });
    if (sent.outcome === 'done') {
      const done = new Set(grants.map(({ assessment }) => assessment));
      this.candidates = this.candidates.filter(({ assessment }) => !done.has(assessment.id));
      this.ticked = new Set();
      this.granted = await this.decision(sent.record);
      this.#changed();
    }
    return sent.outcome;
  }

  refuse({ assessment }: Candidate, reason: string): Promise<Sent> {
    return this.#send('recognition.refuse', { reason }, assessment).then(({ outcome }) => outcome);
  }

  revoke(title: Recognition, reason: string): Promise<Sent> {
    return this.#send('recognition.revoke', { reason }, title).then(({ outcome }) => outcome);
  }

  /** A decision with its titles in the order of its list. Errors: those of the queries. */
  async decision(id: string): Promise<WholeDecision> {
    const { items } = await this.#client.query('decision.get', { id });
    const [decision] = items;
    const found = await this.#client.queryAll('recognitions.list', { decision: id, limit: 200 });
    const byId = new Map(found.map((one) => [one.id, one]));
    const titles = decision!.recognitions.flatMap((each) => byId.get(each) ?? []);
    return { decision: decision!, titles };
  }

  async #send<K extends 'recognition.grant' | 'recognition.refuse' | 'recognition.revoke'>(
    kind: K,
    payload: CommandOf<K>['payload'],
    seen?: { id: string; version: number },
  ): Promise<{ outcome: Sent; record: string }> {
    const before = this.#unanswered;
    const repeats =
      before?.kind === kind &&
      JSON.stringify(before.payload) === JSON.stringify(payload) &&
      (!seen || (before.record === seen.id && before.expected === seen.version));
    const record = seen?.id ?? this.#client.newId();
    const fresh = { id: this.#client.newId(), kind, record, expected: seen?.version ?? 0, payload };
    const command = repeats ? before : (fresh as unknown as Command);
    this.#unanswered = command;
    this.act = { status: 'sending' };
    this.flags = new Map();
    this.#changed();
    let outcome: Sent = 'done';
    try {
      const [receipt] = await this.#client.execute([command]);
      this.#unanswered = undefined;
      this.act = { status: 'idle' };
      if (receipt?.status === 'rejected') {
        const rejection = rejectionOf(receipt);
        const ids = rejection.path?.[0] === 'grants' ? rejection.path.slice(1) : [];
        this.flags = new Map(ids.map((id) => [id, rejection]));
        this.act = { status: 'rejected', rejection };
        outcome = 'rejected';
      } else if (receipt?.status === 'conflict') outcome = 'conflict';
    } catch (error) {
      this.act = { status: 'failed', problem: toProblem(error) };
      outcome = 'failed';
    }
    this.#changed();
    return { outcome, record: command.record };
  }
}
