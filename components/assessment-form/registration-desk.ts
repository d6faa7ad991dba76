import { offeredCycles } from '../../src/client/offered-cycles.js';
import { setChoices } from '../../src/client/set-choices.js';
import { changeSet, mayChangeSet, type ChangedSet } from '../../src/domain/change-set.js';
import { criteriaKey } from '../../src/domain/criteria-key.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import { HtsdRegisterEvent } from './assessment-form.events.js';
import { fieldsOf, firstDraft, patchedDraft } from './register-draft.js';
import { registerErrors, type RegisterDraft } from './parts/register-view.js';

/** What is corrected, and the year that is looked at. */
export type RegistrationDraft = RegisterDraft & { cycle: string };

/** Correcting what was registered for the assessment that is open. */
export class RegistrationDesk {
  readonly #form: HtsdAssessmentForm;
  draft: RegistrationDraft | undefined;
  choices: readonly CriteriaSetSummary[] = [];
  cycles: readonly string[] = [];
  errors: string[] = [];
  /** What becomes of the answers by the set that is chosen now; undefined where it is the one in use. */
  plan: ChangedSet | undefined;

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
  }

  get chosen(): CriteriaSetSummary | undefined {
    return this.choices.find((set) => criteriaKey(set) === this.draft?.criteria);
  }

  /** Another set is chosen than the one in use. */
  get changes(): boolean {
    const { assessment } = this.#form.view ?? {};
    return !!assessment && this.draft?.criteria !== criteriaKey(assessment.criteria);
  }

  /** Starts with what is registered now. Errors: those of the query. */
  async begin(): Promise<void> {
    const { client, view, model } = this.#form;
    const { assessment, subject, set } = view ?? {};
    if (!client || !assessment || !subject || !set) return;
    const { cycle } = assessment;
    const current = criteriaKey(set);
    const others = mayChangeSet(assessment)
      ? setChoices(await client.queryAll('criteria.list', { model, cycle }), model, cycle)
      : [];
    this.choices = [set, ...others.filter((each) => criteriaKey(each) !== current)];
    this.cycles = offeredCycles(client.now(), cycle, ...subject.registrations.map((each) => each.cycle));
    this.errors = [];
    this.plan = undefined;
    const facts = { ...subject.facts, ...view!.facts };
    this.draft = { ...firstDraft(this.#form), facts, criteria: current, cycle };
  }

  onInput(target: HTMLInputElement): void {
    if (!this.draft) return;
    this.draft = patchedDraft(this.draft, target) ?? this.draft;
    if (this.errors.length > 0) this.errors = this.#missing();
    if (target.dataset['g'] === 'criteria') void this.#form.attempt(() => this.#look());
    this.#form.requestUpdate();
  }

  /** Goes to another year, or puts in what was corrected. Nothing happens while something is missing. */
  async submit(): Promise<void> {
    const form = this.#form;
    const { draft, chosen } = this;
    const { view, session } = form;
    if (!draft || !view || !session) return;
    if (draft.cycle !== view.assessment?.cycle) return session.chooseCycle(draft.cycle);
    this.errors = this.#missing();
    if (this.errors.length > 0 || !chosen) return form.actions.focusNext('missing');
    // What becomes of the answers is said before it happens.
    if (this.changes && !this.plan) return this.#look();
    if (!form.dispatchEvent(new HtsdRegisterEvent(draft.cycle))) return;
    await session.register(fieldsOf(draft, chosen, form));
    if (session.getState().phase === 'editing') form.actions.focusNext('registration');
  }

  #missing(): string[] {
    // Consent has a line and a dialog of its own in a form that is open.
    return registerErrors(this.draft!, this.chosen, this.#form.model).filter((id) => id !== 'consent');
  }

  async #look(): Promise<void> {
    const { client, view } = this.#form;
    const { chosen } = this;
    const { assessment, set, answers, facts } = view ?? {};
    this.plan = undefined;
    if (!client || !chosen || !assessment || !set || !answers || !this.changes) return;
    const { items } = await client.query('criteria.get', { id: chosen.id, version: chosen.version });
    if (chosen !== this.chosen) return;
    this.plan = changeSet({ ...assessment, answers, facts: facts ?? {} }, set, items[0]!);
    this.#form.requestUpdate();
  }
}
