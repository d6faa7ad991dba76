import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentView, Position } from '../../src/client/view.types.js';
import type { Answer } from '../../src/domain/answer.schema.js';
import { whenIdle } from '../base/when-idle.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import { HtsdAnswerEvent } from './answer-event.js';
import type { FormContext } from './form-context.js';

/** What the form listens to; there is a handler of that name for each, but for `change`. */
export const eventTypes = ['input', 'change', 'focusin', 'focusout', 'click', 'submit', 'keydown'] as const;

/** Milliseconds without a keystroke after which a person is not typing; on a slow phone a letter alone takes 200. */
export const pause = 500;
const textFields = new Set(['points', 'numerator', 'denominator', 'reason', 'note', 'option']);

/** The criterion that an element of the form stands in. */
export const criterionOf = (element: Element): string | undefined =>
  element.closest('.criterion')?.id.slice(2);

/**
 * What the person does while filling in, by delegation: one listener per kind of event instead of one per control
 * keeps 500 criteria light. Everything that is not needed for answering lies in `late-actions`.
 */
export class FormActions {
  #form: HtsdAssessmentForm;
  #resumed: Position | undefined;
  #focusNext: string | undefined;
  #typed = -Infinity;
  readonly #touches = new Map<string, number>();

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
  }

  handleEvent(event: Event): void {
    const handle = this[event.type as 'input'] as ((event: Event) => void) | undefined;
    if (handle) handle(event);
    else this.#form.late?.onChange(event.target as HTMLInputElement);
  }

  /** The person touched a field a moment ago. */
  typing(): boolean {
    return performance.now() - this.#typed < pause;
  }

  /** How many fields of the section were left so far: it grows when one is left for the first time. */
  touchesOf(section: string): number {
    return this.#touches.get(section) ?? 0;
  }

  /** Moves the focus there after the next update: `c-ID FIELD` a field, `c-ID` a criterion, else an element id. */
  focusNext(key: string): void {
    this.#focusNext = key;
    this.#form.requestUpdate();
  }

  /** Fetches what is not needed yet while nobody waits, so that it is there offline. */
  warm(): void {
    whenIdle(() => this.#form.wantMore(), 2_000);
  }

  onView(view: AssessmentView): void {
    // Fetching ahead may have failed offline; now its sentences are needed.
    if (view.save.status === 'failed') this.#form.wantMore();
    // The place is known before the form is ready to show it.
    if (view.position && view.position !== this.#resumed && view.phase === 'editing') {
      this.#resumed = view.position;
      this.#resume(view.position);
    }
  }

  afterUpdate(): void {
    const key = this.#focusNext;
    const target = key && this.#find(key);
    if (!target) return;
    this.#focusNext = undefined;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
    if (target instanceof HTMLInputElement && target.type === 'text') target.setSelectionRange(9999, 9999);
  }

  bar(context: FormContext): TemplateResult {
    const { l, view } = context;
    const busy = view.submit.status === 'sending';
    return html`<div class="actions" part="actions">
      ${
        view.phase === 'editing'
          ? html`<button
              type="button"
              class="primary"
              data-action="submit"
              ?disabled=${busy || context.locked}
            >
              ${l.t(busy ? 'form.submitting' : 'form.submit')}
            </button>`
          : nothing
      }
      <button type="button" data-action="paper">${l.t('form.paper')}</button>
      ${this.#form.late?.below(context)}
    </div>`;
  }

  readonly input = (event: Event): void => {
    this.#typed = performance.now();
    const target = event.target as HTMLInputElement;
    const field = target.dataset['f'];
    if (field) this.#answer(target, field);
    else this.#form.late?.onInput(target);
  };

  /** Tab goes on to what is drawn: before it leaves the first criteria, the others have to be there. */
  readonly keydown = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') this.#form.drawn = Infinity;
  };

  readonly focusin = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const criterion = criterionOf(target);
    const field = target.dataset['f'];
    if (criterion && field) this.#form.session?.setPosition({ criterion, field });
  };

  readonly focusout = (event: FocusEvent): void => {
    const target = event.target as HTMLInputElement;
    const field = target.dataset['f'];
    if (!field || !target.value) return;
    const key = `${criterionOf(target) ?? ''}/${field}`;
    if (this.#form.touched.has(key)) return;
    const section = target.closest('.section')?.id.slice(2) ?? '';
    this.#touches.set(section, this.touchesOf(section) + 1);
    this.#form.touched = new Set(this.#form.touched).add(key);
  };

  readonly submit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    // A dialog's own form closes it; any other would leave the page.
    if (form.method !== 'dialog') event.preventDefault();
    this.#form.late?.onSubmit(form, event.submitter as HTMLButtonElement | null);
  };

  readonly onClose = (event: Event): void => this.#form.late?.onClose(event.target as HTMLDialogElement);

  readonly click = (event: Event): void => {
    const form = this.#form;
    const target = event.target as HTMLElement;
    const link = target.closest<HTMLElement>('a[data-go], a[data-go-section], a[data-focus]');
    if (link) {
      event.preventDefault();
      const { go, goSection, focus } = link.dataset;
      form.summaryOpen = false;
      this.focusNext(focus ?? (goSection ? `s-${goSection}` : `c-${go ?? ''}`));
      return;
    }
    const summary = target.closest('summary');
    if (summary?.parentElement?.className === 'missing') {
      event.preventDefault();
      form.missingOpen = !form.missingOpen;
      form.wantMore();
      return;
    }
    const fold = target.closest('[data-fold]');
    if (fold) this.#unfold(criterionOf(fold) ?? '');
    const button = target.closest<HTMLElement>('[data-action]');
    const action = button?.dataset['action'];
    if (!button || !action) return;
    if (action === 'retry') void form.retry();
    else if (action === 'reload') location.reload();
    else if (action === 'more') form.summaryOpen = !form.summaryOpen;
    else void form.doLate(action, button);
  };

  #answer(target: HTMLInputElement, field: string): void {
    const criterion = criterionOf(target);
    if (!criterion) return;
    const patch: Partial<Answer> = textFields.has(field)
      ? { [field]: target.value === '' ? undefined : target.value }
      : field === 'yes'
        ? { yes: target.value === 'true' }
        : { notApplicable: target.checked || undefined };
    this.#form.session?.answer(criterion, patch);
    this.#form.dispatchEvent(new HtsdAnswerEvent(criterion));
  }

  #unfold(id: string): void {
    const form = this.#form;
    const unfolded = new Set(form.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    form.unfolded = unfolded;
    form.wantMore();
  }

  /** Brings back the field that had the focus, unless the person is busy elsewhere on the page already. */
  #resume({ criterion, field }: { criterion: string; field: string }): void {
    const form = this.#form;
    const active = document.activeElement;
    if (active && active !== document.body && active !== form) return;
    if (field === 'note') {
      form.unfolded = new Set(form.unfolded).add(criterion);
      form.wantMore();
    }
    this.focusNext(`c-${criterion} ${field}`);
  }

  #find(key: string): HTMLElement | null | undefined {
    const [id = '', field] = key.split(' ');
    const element = this.#form.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (field) {
      const fields = [...(element?.querySelectorAll<HTMLInputElement>(`[data-f="${field}"]`) ?? [])];
      return fields.find((each) => each.checked) ?? fields[0];
    }
    return id.startsWith('c-') ? element?.querySelector<HTMLElement>('[data-f], button') : element;
  }
}
