import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import type { Problem } from '../../src/client/view.types.js';
import type { Recognition } from '../../src/domain/recognition.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { desk as deskStyles } from '../base/desk.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { firstAdded, FocusNext } from '../base/focus-next.js';
import { LanguageController } from '../base/language.js';
import { keptListView } from '../base/kept-list.js';
import { unreadText } from '../base/problem-words.js';
import { tokens } from '../base/tokens.styles.js';
import { verifyLink } from '../base/verify-link.js';
import { verifyPageOf } from '../base/verify-page.js';
import { DecisionForm } from './decision-form.js';
import { certificatePaper, decisionPaper, type PaperAs, type WholeDecision } from './papers.js';
import { candidatesView } from './parts/candidates-view.js';
import { decisionView, grantedView, troubleView } from './parts/decision-view.js';
import { filtersView } from './parts/filters-view.js';
import { stateView } from './parts/state-view.js';
import { titlesView } from './parts/titles-view.js';
import { ReasonQuestion } from './reason-question.js';
import { idOf, nameOf, type Question, type RecognitionContext } from './recognition-context.js';
import { RecognitionDesk } from './recognition-desk.js';
import { HtsdDecidedEvent, HtsdDecideEvent } from './recognition.events.js';
import { look } from './recognition.styles.js';
import { recognitionTexts } from './texts.js';

/** What is shown: the lists, or why there are none. */
export type RecognitionPhase = 'loading' | 'ready' | 'forbidden' | 'offline' | 'error';

/** What is drawn from, beside the attributes. */
const internals = ['phase', 'problem', 'busy', 'desk', 'said'];

/**
 * @summary The desk of the one who signs: verified assessments to be recognised by one decision, and the titles that stand.
 *
 * Grants one title or many by one act, refuses and revokes with a reason, prints the decision with its list and certificates, or saves them as DOCX.
 *
 * @slot heading - Replaces the heading.
 * @event htsd-decide - The signer is about to grant, refuse or revoke; cancelable.
 * @event htsd-decided - It was granted, refused or revoked.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart desk - The whole desk.
 * @csspart filters - Model and year.
 * @csspart list - The list.
 * @csspart row - One verified assessment, or one title.
 * @csspart decision - The form of the decision.
 * @csspart granted - What was granted a moment ago.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of controls.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - Errors, and titles that were revoked.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - Warnings.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdRecognition extends LitElement {
  static override styles = [tokens, controls, deskStyles, look];

  static override properties = {
    model: {},
    cycle: {},
    view: {},
    issuerId: { attribute: 'issuer-id' },
    issuerName: { attribute: 'issuer-name' },
    registrySrc: { attribute: 'registry-src' },
    registry: { attribute: false },
    signer: {},
    signerPosition: { attribute: 'signer-position' },
    place: {},
    parentOrganisation: { attribute: 'parent-organisation' },
    theme: { reflect: true },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Model that is shown at first; default all. */
  model: Model | undefined;
  /** Year that is shown at first; default all. */
  cycle: string | undefined;
  /** `waiting`: verified assessments; `titles`: what was granted. */
  view: 'waiting' | 'titles' = 'waiting';
  /** Id of the issuing body as in the registry of competent bodies, or a DID; default its name. */
  issuerId: string | undefined;
  /** Name of the issuing body, prefilled. */
  issuerName = '';
  /** Address of the registry of competent bodies, as JSON: the signer is warned where the issuing body is not in it. */
  registrySrc: string | undefined;
  /** The registry itself, where the page has it. */
  registry: Registry | undefined;
  /** Who signs, prefilled. */
  signer = '';
  /** Position of the one who signs, prefilled. */
  signerPosition = '';
  /** Place of the paper, prefilled. */
  place = '';
  /** Organisation above the issuing body, as printed. */
  parentOrganisation = '';
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;

  /** @internal */ phase: RecognitionPhase = 'loading';
  /** @internal */ problem: Problem | undefined;
  /** @internal */ busy = false;
  /** @internal */ desk: RecognitionDesk | undefined;
  /** @internal */ said: { key: string; name: string } | undefined;
  /** @internal */ readonly l = new LanguageController(this, ...recognitionTexts);

  readonly #decision = new DecisionForm(this);
  #client: Client | undefined;
  #loading = new AbortController();
  readonly #focus = new FocusNext(this);
  readonly #question = new ReasonQuestion(this, (question, reason) => void this.#decide(question, reason));
  readonly #finder = new ClientController(
    this,
    (client) => this.#use(client),
    (error) => this.#fail(error),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#loading.abort();
  }

  readonly #online = (): void => {
    if (this.phase === 'offline') void this.retry();
    else if (this.phase === 'ready' && this.desk?.list.keptAt !== undefined) void this.#load();
  };

  /** Starts anew after a failure. */
  async retry(): Promise<void> {
    this.phase = 'loading';
    await (this.#client ? this.#start(this.#client) : this.#finder.find());
  }

  #use(client: Client): void {
    if (this.#client === client && this.phase === 'ready') return;
    if (this.#client !== client) {
      this.desk?.dispose();
      this.desk = undefined;
    }
    this.#client = client;
    void this.#start(client);
  }

  async #start(client: Client): Promise<void> {
    try {
      const desk = this.desk ?? (await RecognitionDesk.open(client, () => this.requestUpdate()));
      if (client !== this.#client) return desk?.dispose();
      this.desk = desk;
      if (desk) await this.#load();
      else this.phase = 'forbidden';
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Loads what is shown; a later call ends an earlier one. `stay`: where it fails, what is shown is still worth being seen. */
  async #load(on = false, stay = on): Promise<void> {
    const { desk, model, cycle } = this;
    if (!desk) return;
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.busy = true;
    try {
      const shown = (): void => {
        this.phase = 'ready';
        this.busy = false;
      };
      const filter = { model, cycle };
      await (this.view === 'titles'
        ? desk.loadTitles(filter, on ? desk.moreTitles : undefined, signal)
        : desk.loadCandidates(filter, on, signal, shown));
      if (!signal.aborted) shown();
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(error, stay);
    }
  }

  #more(): void {
    const rows = '.row :is(input[type=checkbox], .papers button:first-child)';
    const { length } = this.renderRoot.querySelectorAll(rows);
    this.problem = undefined;
    void this.#load(true);
    this.#focus.to(firstAdded(this, rows, length));
  }

  /** What the filter matches beyond the list. The list stays, whatever becomes of it. */
  async #readRest(): Promise<void> {
    const { model, cycle } = this;
    this.problem = undefined;
    try {
      await this.desk?.list.readRest({ model, cycle }, this.#loading.signal);
    } catch (error) {
      if (isAbort(error)) return;
      this.problem = toProblem(error);
      this.dispatchEvent(new HtsdErrorEvent(error));
      this.#focus.to('#problem');
    }
  }

  async #vouch(): Promise<void> {
    try {
      await this.#decision.vouch();
    } catch (error) {
      this.dispatchEvent(new HtsdErrorEvent(error));
    }
    this.requestUpdate();
    if (this.phase === 'ready') await this.#lookUp();
  }

  async #lookUp(): Promise<void> {
    const { desk } = this;
    await desk?.list.lookUp(desk.today, this.#loading.signal);
  }

  #fail(error: unknown, stay = false): void {
    this.busy = false;
    this.problem = toProblem(error);
    const { code } = this.problem;
    if (code === 'forbidden' || code === 'unauthenticated') this.phase = 'forbidden';
    else if (!stay) this.phase = code === 'offline' ? 'offline' : 'error';
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const about = (['model', 'cycle', 'view'] as const).some((name) => changed.has(name));
    if (about && this.hasUpdated && this.desk) void this.#load();
    if (changed.has('registry') || changed.has('registrySrc') || changed.has('desk')) void this.#vouch();
  }

  async #grant(): Promise<void> {
    const { desk } = this;
    if (!desk || desk.act.status === 'sending') return;
    const facts = this.#decision.take();
    if (!facts) return this.#focus.to('#trouble');
    const about = desk.picked.map(({ assessment }) => assessment.id);
    if (!this.dispatchEvent(new HtsdDecideEvent('grant', about))) return;
    await this.#attempt(
      () => desk.grant(facts),
      '#granted',
      () => {
        this.dispatchEvent(new HtsdDecidedEvent('grant', about, desk.granted?.id));
      },
    );
  }

  /** Does it, and says what became of it; the list is loaded again whenever it is another one now. */
  async #attempt(
    run: () => Promise<'done' | 'conflict' | 'rejected' | 'failed'>,
    focus: string,
    done: () => void,
  ): Promise<void> {
    this.said = undefined;
    this.problem = undefined;
    try {
      const outcome = await run();
      if (outcome === 'done') done();
      if (outcome === 'conflict') this.said = { key: 'recognition.conflict', name: '' };
      if (outcome === 'done') await this.#load(false, true);
      // As far as the list reached: whatever else is ticked stays ticked.
      if (outcome === 'conflict')
        await this.desk?.reread().catch((error: unknown) => this.#fail(error, true));
      this.#focus.to(outcome === 'done' ? focus : outcome === 'conflict' ? '#said' : '#trouble');
    } catch (error) {
      this.#fail(error);
    }
  }

  async #decide({ kind, about }: Question, reason: string): Promise<void> {
    const { desk } = this;
    const ids = [idOf(about)];
    if (!desk || !this.dispatchEvent(new HtsdDecideEvent(kind, ids))) return;
    const run = (): ReturnType<RecognitionDesk['refuse']> =>
      'assessment' in about ? desk.refuse(about, reason) : desk.revoke(about, reason);
    await this.#attempt(run, '#said', () => {
      this.said = {
        key: kind === 'refuse' ? 'recognition.refused' : 'recognition.revoked',
        name: nameOf(about),
      };
      this.dispatchEvent(new HtsdDecidedEvent(kind, ids));
    });
  }

  /** Makes a paper; where it cannot be had or printed, the person is told. */
  async #paper(make: () => Promise<boolean>): Promise<void> {
    this.problem = undefined;
    try {
      if (await make()) return;
      this.problem = { code: 'unsupported', params: { reason: 'print' }, retryable: false };
    } catch (error) {
      this.problem = toProblem(error);
      this.dispatchEvent(new HtsdErrorEvent(error));
    }
    this.#focus.to('#problem');
  }

  readonly #gone = ({ subjectName: name }: Recognition): void => {
    this.said = { key: 'recognition.certificate.revoked', name };
    this.desk?.reread().catch(() => undefined);
    this.#focus.to('#said');
  };

  #print(decision: WholeDecision, as: PaperAs): Promise<boolean> {
    return decisionPaper(decision, this.#settings, this.l.lang, as);
  }

  get #settings(): { place: string; parentOrganisation?: string } {
    const { parentOrganisation } = this;
    return { place: this.#decision.draft.place.trim(), ...(parentOrganisation && { parentOrganisation }) };
  }

  #context(desk: RecognitionDesk): RecognitionContext {
    const { l, busy } = this;
    const decision = this.#decision;
    return {
      desk,
      l,
      busy: busy || desk.act.status === 'sending',
      draft: decision.draft,
      registry: decision.registry,
      competence: decision.competences(),
      missing: decision.missing,
      type: (field, value) => {
        decision.type(field, value);
        this.requestUpdate();
      },
      grant: () => void this.#grant(),
      readRest: () => void this.#readRest(),
      takeRest: () => {
        desk.takeRest();
        void this.#lookUp();
      },
      lookUp: () => void this.#lookUp(),
      ask: (kind, about) => void this.#question.ask(kind, about),
      paper: (as, decision) => void this.#paper(async () => this.#print(await desk.decision(decision), as)),
      certificate: (title, as) => {
        const checkAt = verifyLink(verifyPageOf(this), title.id, this.ownerDocument.baseURI);
        const settings = { ...this.#settings, ...(checkAt && { checkAt }) };
        this.said = undefined;
        void this.#paper(() => certificatePaper(desk.asItStands(title), this.#gone, settings, l.lang, as));
      },
    };
  }

  override render(): TemplateResult {
    const { phase, l, desk } = this;
    return html`<div class="htsd" part="desk" lang=${l.lang} aria-busy=${this.busy ? 'true' : 'false'}>
      <slot name="heading"><h2>${l.t('recognition.title')}</h2></slot>
      ${
        phase === 'ready' && desk
          ? this.#ready(this.#context(desk))
          : stateView(phase === 'ready' ? 'loading' : phase, this.problem, l, () => void this.retry())
      }
      <dialog aria-labelledby="dialog-title" @submit=${this.#question.submit} @close=${this.#question.close}>
        ${this.#question.view()}
      </dialog>
    </div>`;
  }

  #ready(context: RecognitionContext): TemplateResult {
    const { l, view, model, cycle, problem } = this;
    const { list, moved } = context.desk;
    const said = this.said ?? moved;
    const waiting = view !== 'titles';
    return html`${filtersView(
      { view, model, cycle, l, year: Number(context.desk.today.slice(0, 4)) },
      (change) => Object.assign(this, change),
    )}
    ${list.keptAt !== undefined && waiting ? keptListView('recognition', list.keptAt, l, () => void this.#load()) : nothing}
    ${said ? html`<p class="notice" role="status" id="said" tabindex="-1">${l.t(said.key, { name: said.name })}</p>` : nothing}
    ${problem ? html`<p class="notice bad" role="alert" id="problem" tabindex="-1">${unreadText(problem, l)}</p>` : nothing}
    ${
      waiting
        ? html`${grantedView(context)} ${candidatesView(context, () => this.#more())}
          ${list.items.length > 0 ? decisionView(context) : troubleView(context)}`
        : html`${troubleView(context)}${titlesView(context, () => this.#more())}`
    }`;
  }
}
