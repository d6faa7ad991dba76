import { html, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../src/domain/achievement.schema.js';
import { achievementWords } from '../../base/achievement-words.js';
import { problemText } from '../../base/problem-text.js';
import type { AchievementDesk } from '../achievement-desk.js';
import type { FormContext } from '../form-context.js';

function line(one: Achievement, { named, chosen }: AchievementDesk, { l }: FormContext): TemplateResult {
  const there = named.has(one.url);
  return html`<li>
    <label class="set"
      ><input
        type="checkbox"
        data-achievement="one"
        value=${one.url}
        .checked=${there || chosen.has(one.url)}
        ?disabled=${there}
      /><span
        ><span class="set-title">${one.name}</span
        ><span class="hint">${achievementWords(one, l, 'form.evidence')}</span
        >${there ? html`<span class="hint">${l.t('achievement.there')}</span>` : nothing}</span
      ></label
    >
  </li>`;
}

/** A group of achievements under its words; nothing where it is empty. */
function group(
  words: string,
  some: readonly Achievement[],
  desk: AchievementDesk,
  context: FormContext,
): TemplateResult | typeof nothing {
  if (some.length === 0) return nothing;
  return html`<fieldset class="plain">
    <legend>${words}</legend>
    <ul class="plain sets">
      ${some.map((one) => line(one, desk, context))}
    </ul>
  </fieldset>`;
}

/** What the choice comes to, where the criterion says how to count. */
function suggestionView(desk: AchievementDesk, { l }: FormContext): TemplateResult | typeof nothing {
  const { suggestion, takesPoints, year, criterion } = desk;
  if (!suggestion || suggestion.n === 0) return nothing;
  const { n, points, typed } = suggestion;
  const said = l.t(`achievement.counted.${criterion?.suggest?.count ?? 'course'}`, { n, year, points });
  return html`<div class="notice" role="status">
    <p>${said}</p>
    ${
      typed
        ? html`<p>${l.t('achievement.typed')}</p>`
        : html`<label class="check"
            ><input type="checkbox" data-achievement="points" .checked=${takesPoints} />${l.t(
              'achievement.fill',
              { points },
            )}</label
          >`
    }
  </div>`;
}

function list(all: readonly Achievement[], desk: AchievementDesk, context: FormContext): TemplateResult {
  const { l } = context;
  if (all.length === 0) return html`<p>${l.t('achievement.none')}</p>`;
  const { year } = desk;
  const inYear = (one: Achievement): boolean => one.on.startsWith(year);
  return html`<p class="hint">${l.t('achievement.hint')}</p>
    ${group(
      l.t('achievement.year', { year }),
      all.filter((one) => inYear(one)),
      desk,
      context,
    )}
    ${group(
      l.t('achievement.others'),
      all.filter((one) => !inYear(one)),
      desk,
      context,
    )}
    ${suggestionView(desk, context)}`;
}

/** The person's courses and badges, to choose evidence from. */
export function achievementDialog(desk: AchievementDesk, context: FormContext): TemplateResult {
  const { l } = context;
  const { all, problem, chosen, criterion } = desk;
  const ready = chosen.size > 0 || desk.takesPoints;
  return html`<form method="dialog" class="dialog">
    <h2 id="dialog-title">${l.t('achievement.title')}</h2>
    ${criterion ? html`<p class="hint">${`${criterion.number ?? ''} ${l.text(criterion.title)}`.trim()}</p>` : nothing}
    ${
      all
        ? list(all, desk, context)
        : problem
          ? html`<div class="notice bad" role="alert">
              <p>${problemText(problem, l)}</p>
              <button type="button" data-action="achievement-retry">${l.t('achievement.retry')}</button>
            </div>`
          : html`<p role="status">${l.t('achievement.loading')}</p>`
    }
    <div class="actions end">
      <button type="submit" value="cancel">${l.t('achievement.cancel')}</button>
      <button type="submit" value="ok" class="primary" ?disabled=${!ready}>
        ${l.t('achievement.take', { n: chosen.size })}
      </button>
    </div>
  </form>`;
}
