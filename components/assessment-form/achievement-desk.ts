import type { TemplateResult } from 'lit';
import {
  attachAchievements,
  pagesIn,
  readAchievements,
  suggestionFor,
} from '../../src/client/achievements.js';
import { toProblem } from '../../src/client/problem.js';
import type { Problem } from '../../src/client/view.types.js';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import type { Criterion } from '../../src/domain/criteria-set.schema.js';
import { formAchievementVi } from '../../src/i18n/vi/form-achievement.js';
import { formatNumber } from '../../src/i18n/translate.js';
import type { Texts } from '../base/language.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import type { FormContext } from './form-context.js';
import { achievementDialog } from './parts/achievement-view.js';

const texts: Texts = {
  vi: formAchievementVi,
  en: async () => (await import('../../src/i18n/en/form-achievement.js')).formAchievementEn,
};

/** Choosing evidence for a criterion from the courses and badges that the platform records of the person. */
export class AchievementDesk {
  readonly #form: HtsdAssessmentForm;
  #criterion = '';
  /** Undefined while they are asked for. */
  all: readonly Achievement[] | undefined;
  problem: Problem | undefined;
  chosen: ReadonlySet<string> = new Set();
  /** The person wants the points that are suggested; undefined while he has not said. */
  #takesPoints: boolean | undefined;

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
    form.l.add(texts);
  }

  get criterion(): Criterion | undefined {
    const sections = this.#form.view?.set?.sections ?? [];
    return sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === this.#criterion);
  }

  /** Pages that the answer names already. */
  get named(): ReadonlySet<string> {
    return pagesIn(this.#form.view?.answers[this.#criterion]);
  }

  get year(): string {
    const { view } = this.#form;
    return view?.assessment?.cycle ?? view?.cycle ?? '';
  }

  get suggestion() {
    const { view } = this.#form;
    const { criterion, year, named, chosen } = this;
    if (!criterion || !view?.set) return undefined;
    const picked = (this.all ?? []).filter(({ url }) => chosen.has(url) && !named.has(url));
    return suggestionFor(criterion, view.set, year, view.answers[criterion.id], picked);
  }

  get takesPoints(): boolean {
    const { suggestion } = this;
    return !!suggestion && !suggestion.typed && suggestion.n > 0 && this.#takesPoints !== false;
  }

  /** Starts anew for a criterion, and asks the platform while the dialog is there already. */
  begin(criterion: string): void {
    this.#criterion = criterion;
    this.chosen = new Set();
    this.#takesPoints = undefined;
    void this.read();
  }

  async read(): Promise<void> {
    const form = this.#form;
    this.all = undefined;
    this.problem = undefined;
    form.requestUpdate();
    try {
      this.all = await readAchievements(form.client!);
    } catch (error) {
      this.problem = toProblem(error);
    }
    form.requestUpdate();
  }

  onInput({ value, checked, dataset }: HTMLInputElement): void {
    if (dataset['achievement'] === 'points') this.#takesPoints = checked;
    else {
      const chosen = new Set(this.chosen);
      if (checked) chosen.add(value);
      else chosen.delete(value);
      this.chosen = chosen;
    }
    this.#form.requestUpdate();
  }

  /** Takes over what was chosen. Errors: `invalid` (reason `too-many`). */
  take(): void {
    const { session, client, l } = this.#form;
    const { suggestion, takesPoints, chosen, all = [] } = this;
    if (!session || !client) return;
    const points = suggestion && takesPoints ? formatNumber(suggestion.points, l.lang) : undefined;
    const picked = all.filter(({ url }) => chosen.has(url));
    attachAchievements(session, client, this.#criterion, picked, points);
  }

  dialog(context: FormContext): TemplateResult {
    return achievementDialog(this, context);
  }
}
