import type { ListFilter } from '../../src/client/assessment-list.js';
import type { Candidate } from '../../src/client/candidates.js';
import type { Client } from '../../src/client/client.types.js';
import { createDecisionSender, type Decided, type DecisionKind } from '../../src/client/decision-sender.js';
import { openNotes, type Notes } from '../../src/client/notes.js';
import type { SaveState, SubmitState } from '../../src/client/view.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { CommandOf } from '../../src/domain/command.schema.js';
import { mayUse } from '../../src/domain/permissions.js';
import type { Rejection } from '../../src/domain/reader.types.js';
import { MOST_GRANTS, type DecisionFacts, type Recognition } from '../../src/domain/recognition.schema.js';
import { CandidateList, late, mayTick } from './candidate-list.js';
import { decisionNotes, type DecisionNotes } from './decision-notes.js';
import type { WholeDecision } from './papers.js';
import { idOf, type DecisionDraft } from './recognition-context.js';

type Sent = Decided['outcome'];

/** What the signer's desk knows and does; it draws nothing. `changed` is called after each change. */
export class RecognitionDesk {
  readonly list: CandidateList;
  ticked: ReadonlySet<string> = new Set();
  /** Class or level chosen where it is not the highest. */
  chosen: ReadonlyMap<string, string> = new Map();
  /** What the back end refused, by assessment. */
  flags: ReadonlyMap<string, Rejection> = new Map();
  titles: readonly Recognition[] = [];
  moreTitles: string | undefined;
  act: SubmitState = { status: 'idle' };
  /** What was granted a moment ago: the decision, its number and how many titles it holds. */
  granted: { id: string; number: string; titles: number } | undefined;
  #recalled = false;
  /** What was loaded last. */
  #asked: { titles: boolean; filter: ListFilter; signal: AbortSignal } | undefined;
  /** That what was ticked is not to be decided any more, until he ticks or decides: somebody else was faster. */
  moved: { key: string; name: string } | undefined;
  /** The decision as far as it was typed. */
  typed: Partial<DecisionDraft>;

  readonly #client: Client;
  readonly #changed: () => void;
  readonly #notes: Notes;
  readonly #kept: DecisionNotes;
  readonly #send: ReturnType<typeof createDecisionSender>;

  private constructor(client: Client, actor: Actor, notes: Notes, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    this.#notes = notes;
    this.#kept = decisionNotes(notes);
    this.#send = createDecisionSender(client);
    this.list = new CandidateList(client, actor, changed);
    this.typed = this.#kept.draft();
    const picks = this.#kept.picks();
    this.ticked = new Set(picks.keys());
    this.chosen = new Map([...picks].filter(([, outcome]) => outcome !== ''));
    // What cannot be fetched now follows nobody; what is decided is held against what is there then all the same.
    late().then(
      ({ followLists }) => followLists(client, this),
      () => undefined,
    );
    notes.subscribe((fields) => {
      // Another tab of the same person; what is ticked there may not be listed here.
      if (fields.length > 0) this.typed = this.#kept.draft();
      changed();
    });
  }

  /** Undefined where this person may not sign. Errors: those of the back end. */
  static async open(client: Client, changed: () => void): Promise<RecognitionDesk | undefined> {
    const { actor, tenant } = await client.session();
    if (!actor || !mayUse(actor, 'recognition.grant')) return undefined;
    const notes = await openNotes(client, { tenant, actor: actor.id }, 'decision');
    return new RecognitionDesk(client, actor, notes, changed);
  }

  get today(): string {
    return dateInVietnam(this.#client.now().toISOString());
  }

  /** Of what was typed, on this device. */
  get kept(): SaveState {
    return this.#notes.save();
  }

  outcomeOf({ assessment, outcomes }: Candidate): string | undefined {
    const chosen = this.chosen.get(assessment.id);
    return chosen !== undefined && outcomes.includes(chosen) ? chosen : outcomes[0];
  }

  /** Those that are ticked, in the order of the list. */
  get picked(): Candidate[] {
    return this.list.items.filter(({ assessment }) => this.ticked.has(assessment.id));
  }

  /** `shown` is called when the list is there; what is known of members follows. */
  async loadCandidates(
    filter: ListFilter,
    on: boolean,
    signal: AbortSignal,
    shown: () => void,
  ): Promise<void> {
    this.#asked = { titles: false, filter, signal };
    await this.list.load(filter, on, signal);
    if (signal.aborted) return;
    shown();
    this.#changed();
    // What was ticked before a reload may lie beyond the first page.
    if (!this.#recalled && this.#present().size < this.ticked.size) {
      await this.list.readRest(filter, signal);
      if (signal.aborted) return;
      this.list.takeRest();
    }
    this.#recalled = true;
    this.#prune();
    await this.#lookUp(signal);
  }

  /** Lets go of what was ticked and is not to be granted any more; true where there was something. */
  #prune(): boolean {
    const present = this.#present();
    const fewer = present.size < this.ticked.size;
    if (fewer) this.#keep(present);
    return fewer;
  }

  async #lookUp(signal: AbortSignal): Promise<void> {
    this.#changed();
    await this.list.lookUp(this.today, signal);
  }

  /** Reads what is shown again, as far as it reached. What is ticked stays, where it still can be. Errors: those of the queries. */
  async reread(): Promise<void> {
    const { titles, filter, signal } = this.#asked ?? {};
    if (!filter || !signal || signal.aborted) return;
    // Whoever has gone on to older ones keeps his place: a paper and a revocation are held against what is there anyway.
    if (titles) return void (this.titles.length > 50 || (await this.loadTitles(filter, undefined, signal)));
    await this.list.reread(filter, signal);
    if (signal.aborted) return;
    if (this.#prune()) this.moved = { key: 'recognition.conflict', name: '' };
    await this.#lookUp(signal);
  }

  /** The lists are there, and nothing is under way: they may follow what others decide, under the signer's hands. */
  get calm(): boolean {
    return (this.#asked?.titles || this.#recalled) && this.act.status !== 'sending';
  }

  async loadTitles(filter: ListFilter, from: string | undefined, signal: AbortSignal): Promise<void> {
    this.#asked = { titles: true, filter, signal };
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

  /** A title as it stands now; as it was seen where nobody can be asked. Errors: others than those of the network. */
  asItStands = async (seen: Recognition): Promise<Recognition> =>
    (await late()).asItStands(this.#client, seen);

  type(field: keyof DecisionDraft, value: string): void {
    this.typed = { ...this.typed, [field]: value };
    this.#kept.putDraft(field, value);
  }

  reason = (kind: 'refuse' | 'revoke', about: Candidate | Recognition): string =>
    this.#kept.reason(kind, idOf(about));

  typeReason(kind: 'refuse' | 'revoke', about: Candidate | Recognition, text: string): void {
    this.#kept.putReason(kind, idOf(about), text);
  }

  tick(id: string, on: boolean): void {
    const ticked = new Set(this.ticked);
    if (on) ticked.add(id);
    else ticked.delete(id);
    this.#settle(ticked);
  }

  /** All that are listed and may be granted; a decision holds no more than 500. */
  tickAll(on: boolean): void {
    const all = on ? this.list.items.filter(mayTick).slice(0, MOST_GRANTS) : [];
    this.#settle(new Set(all.map(({ assessment }) => assessment.id)));
  }

  /** Puts what the filter matches beyond the list on it, and ticks all: as many as one decision holds. */
  takeRest(): void {
    this.list.takeRest();
    this.tickAll(true);
  }

  choose(id: string, outcome: string): void {
    this.chosen = new Map(this.chosen).set(id, outcome);
    this.#settle(this.ticked);
  }

  #settle(ticked: ReadonlySet<string>): void {
    this.#keep(ticked);
    this.granted = this.moved = undefined;
    if (this.act.status !== 'sending') this.act = { status: 'idle' };
    this.#changed();
  }

  #keep(ticked: ReadonlySet<string>): void {
    this.ticked = ticked;
    this.#kept.putPicks([...ticked].map((id) => [id, this.chosen.get(id) ?? '']));
  }

  #present(): Set<string> {
    const here = new Set(this.list.items.filter(mayTick).map(({ assessment }) => assessment.id));
    return new Set([...this.ticked].filter((id) => here.has(id)));
  }

  /** One act for all that are ticked: all are granted, or none. */
  async grant(decision: DecisionFacts): Promise<Sent> {
    const grants = this.picked.flatMap((one) => {
      const outcome = this.outcomeOf(one);
      const { id: assessment, version: expected } = one.assessment;
      return outcome === undefined ? [] : [{ assessment, expected, outcome }];
    });
    const sent = await this.#decide('recognition.grant', { decision, grants });
    if (sent.outcome === 'done') {
      this.list.remove(new Set(grants.map(({ assessment }) => assessment)));
      this.ticked = new Set();
      this.typed = { ...this.typed, number: '' };
      this.#kept.dropDecision();
      // Told from what was sent: whether it can be read again now or not, it is granted.
      this.granted = { id: sent.record, number: decision.number, titles: grants.length };
      this.#changed();
    }
    return sent.outcome;
  }

  async refuse({ assessment }: Candidate, reason: string): Promise<Sent> {
    const { outcome } = await this.#decide('recognition.refuse', { reason }, assessment);
    if (outcome === 'done') this.#kept.putReason('refuse', assessment.id, '');
    return outcome;
  }

  async revoke(title: Recognition, reason: string): Promise<Sent> {
    const { outcome } = await this.#decide('recognition.revoke', { reason }, title);
    if (outcome === 'done') this.#kept.putReason('revoke', title.id, '');
    return outcome;
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

  async #decide<K extends DecisionKind>(
    kind: K,
    payload: CommandOf<K>['payload'],
    seen?: { id: string; version: number },
  ): Promise<Decided> {
    this.act = { status: 'sending' };
    this.flags = new Map();
    this.moved = undefined;
    this.#changed();
    const sent = await this.#send(kind, payload, seen);
    this.act = { status: 'idle' };
    if (sent.outcome === 'failed') this.act = { status: 'failed', problem: sent.problem };
    if (sent.outcome === 'rejected') {
      const { rejection } = sent;
      const ids = rejection.path?.[0] === 'grants' ? rejection.path.slice(1) : [];
      this.flags = new Map(ids.map((id) => [id, rejection]));
      this.act = { status: 'rejected', rejection };
    }
    this.#changed();
    return sent;
  }

  /** Everything typed so far is on disk, or off it, when this resolves. */
  settled(): Promise<void> {
    return this.#notes.flush();
  }

  dispose(): void {
    this.#notes.close();
  }
}
