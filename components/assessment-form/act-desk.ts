import type { TemplateResult } from 'lit';
import type { Problem } from '../../src/client/view.types.js';
import type { AchievementDesk } from './achievement-desk.js';
import { AsideDesk } from './aside-desk.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import { HtsdSubmitEvent, HtsdWithdrawEvent } from './assessment-form.events.js';
import { criterionOf } from './form-actions.js';
import type { FormContext } from './form-context.js';
import type { LateActions } from './late-actions.js';
import { paperDialog, previewDialog, submitDialog, withdrawDialog } from './parts/dialogs.js';
import { stateView } from './parts/notices-view.js';
import { remarkedIn } from './parts/remarks-view.js';
import { saidAbove, saidBelow } from './parts/said-view.js';

const evidenceOf = (element: Element): string => element.closest<HTMLElement>('[data-e]')?.dataset['e'] ?? '';

/** Submitting, evidence, paper: what a person does with a form that is filled in; and what its rarer states say. */
export class ActDesk {
  readonly #aside: AsideDesk;
  /** Comes with the first who wants it: most back ends have no such records. */
  #achievements: AchievementDesk | undefined;
  readonly #form: HtsdAssessmentForm;
  readonly #late: LateActions;
  #preview: { name: string; blob: Blob } | undefined;
  /** The return whose remarks were opened. */
  #returned: string | undefined;

  constructor(form: HtsdAssessmentForm, late: LateActions) {
    this.#form = form;
    this.#late = late;
    this.#aside = new AsideDesk(form);
    this.onView();
  }

  onView(): void {
    this.#aside.onView();
    this.#unfoldRemarks();
  }

  /** Opens the criteria of which the reviewer said something, once per return. */
  #unfoldRemarks(): void {
    const { view, unfolded } = this.#form;
    const at = view?.assessment?.returned?.at;
    if (!at || at === this.#returned) return;
    this.#returned = at;
    const remarked = remarkedIn(view.assessment);
    if (remarked.size > 0) this.#form.unfolded = new Set([...unfolded, ...remarked]);
  }

  /** A sentence about why there is no form. */
  state(phase: string, context: FormContext | undefined): TemplateResult {
    return stateView(phase, context, this.#form.l);
  }

  /** What is said before who consented. */
  above(context: FormContext, trouble: Problem | undefined): TemplateResult {
    return saidAbove(context, trouble);
  }

  /** What is said after that. */
  below(context: FormContext, incomplete: boolean): TemplateResult {
    return saidBelow(context, this.#aside.known, incomplete);
  }

  async act(action: string, button: HTMLElement): Promise<void> {
    const late = this.#late;
    const { session } = this.#form;
    const criterion = criterionOf(button) ?? '';
    switch (action) {
      case 'submit':
        return this.#trySubmit();
      case 'withdraw':
        return late.show({ draw: withdrawDialog, take: (fields) => this.#withdraw(fields) });
      case 'achievements':
        return this.#showAchievements(criterion);
      case 'achievement-retry':
        return this.#achievements?.read();
      case 'paper': {
        const { paperSettings, makePaper } = await import('./parts/paper.js');
        const settings = paperSettings(this.#form);
        return late.show({
          draw: (context) => paperDialog(settings, context),
          take: (fields, { value }) => makePaper(this.#form, value === 'docx' ? 'docx' : 'print', fields),
        });
      }
      case 'take-over':
        return session?.takeOver();
      case 'keep':
        return session?.resolve(
          button.closest<HTMLElement>('[data-k]')?.dataset['k'] ?? '',
          button.dataset['keep'] === 'theirs' ? 'theirs' : 'mine',
        );
      case 'dismiss':
        return session?.dismissUpload(button.closest<HTMLElement>('[data-u]')?.dataset['u'] ?? '');
      case 'remove':
        return session?.removeEvidence(criterion, evidenceOf(button));
      case 'link':
        return this.#addLink(criterion, button);
      case 'preview':
        return this.#showFile(criterion, evidenceOf(button));
      case 'download': {
        const { saveFile } = await import('./parts/paper.js');
        if (this.#preview) saveFile(this.#preview.blob, this.#preview.name);
      }
    }
  }

  async #showAchievements(criterion: string): Promise<void> {
    const { AchievementDesk: Desk } = await import('./achievement-desk.js');
    const desk = (this.#achievements ??= new Desk(this.#form));
    desk.begin(criterion);
    return this.#late.show({
      draw: (context) => desk.dialog(context),
      onInput: (target) => desk.onInput(target),
      take: () => desk.take(),
    });
  }

  async #trySubmit(): Promise<void> {
    const form = this.#form;
    const late = this.#late;
    const result = form.view?.result;
    if (!result) return;
    form.tried = true;
    if (result.open.length > 0 || result.evidence.length > 0) form.actions.focusNext('missing');
    else if (late.consent.lacking) await late.act('consent-give', form);
    else await late.show({ draw: submitDialog, take: () => this.#submit() });
  }

  async #submit(): Promise<void> {
    const { session, view } = this.#form;
    const id = view?.assessment?.id;
    if (!session || !id || !this.#form.dispatchEvent(new HtsdSubmitEvent(id))) return;
    this.#late.submissions = view.assessment?.submissions.length ?? 0;
    await session.submit();
  }

  async #withdraw(fields: FormData): Promise<void> {
    const { session, view } = this.#form;
    const reason = (fields.get('reason') as string | null) ?? '';
    const id = view?.assessment?.id;
    if (!session || !id || !this.#form.dispatchEvent(new HtsdWithdrawEvent(id))) return;
    await session.withdraw(reason.trim() || undefined);
  }

  #addLink(criterion: string, button: HTMLElement): void {
    const row = button.parentElement;
    const url = row?.querySelector<HTMLInputElement>('[data-link="url"]');
    const name = row?.querySelector<HTMLInputElement>('[data-link="name"]');
    if (!url?.value.trim()) {
      url?.focus();
      return;
    }
    const address = url.value.trim();
    const words = name?.value.trim() || address;
    const { session } = this.#form;
    void this.#form.attempt(async () => session?.attachLink(criterion, address, words));
    url.value = '';
    if (name) name.value = '';
  }

  async #showFile(criterion: string, id: string): Promise<void> {
    const form = this.#form;
    const evidence = form.view?.answers[criterion]?.evidence?.find((each) => each.id === id);
    if (evidence?.kind !== 'file' || !form.session) return;
    const blob = await form.session.openFile(evidence);
    const { name } = evidence;
    this.#preview = { name, blob };
    await this.#late.show({
      draw: (context) => previewDialog(name, context, blob.type.startsWith('image/')),
    });
    const canvas = form.renderRoot.querySelector<HTMLCanvasElement>('dialog canvas');
    if (!canvas) return;
    const { drawImage } = await import('./parts/paper.js');
    await drawImage(canvas, blob);
  }
}
