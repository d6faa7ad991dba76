import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import type { LanguageController } from '../../base/language.js';

/**
 * Writes into a drawn criterion what does not change while it is answered: ids, words, names. A binding of its own for
 * each of them would keep an object per binding and criterion for ever, which with 500 criteria is most of the memory.
 * Stands on the last element that it needs, so that everything before it is there.
 */
class Fixed extends Directive {
  #criterion: Criterion | undefined;
  #stamp: string | undefined;

  override render(_criterion: Criterion, _l: LanguageController): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [criterion, l]: Parameters<this['render']>): unknown {
    if (criterion !== this.#criterion || l.stamp !== this.#stamp) {
      this.#criterion = criterion;
      this.#stamp = l.stamp;
      write(element.parentElement!, criterion, l);
    }
    return noChange;
  }
}

export const fixed = directive(Fixed);

/** A field of a criterion: what it is called, the field of the answer that it fills, the value that a choice stands for. */
type Field = readonly [words: string, field: string, value?: string];

function write(fieldset: Element, criterion: Criterion, l: LanguageController): void {
  const { id, number, title, guidance, input, max } = criterion;
  const find = (selector: string): HTMLElement => fieldset.querySelector<HTMLElement>(selector)!;
  const reasons = `w-${id}`;
  fieldset.id = `c-${id}`;
  fieldset.setAttribute('aria-describedby', reasons);
  find('.why').id = reasons;
  find('.title').textContent = `${number ? `${number} ` : ''}${l.text(title)}`;
  const hint = find('.guidance');
  hint.hidden = !guidance;
  hint.textContent = l.text(guidance);
  const of = find('.of');
  of.textContent = input === 'points' ? l.t('form.of-points', { max: max ?? 0 }) : '';
  const answer = of.parentElement!;
  answer.className = `answer ${input}`;
  const controls = answer.querySelectorAll('input');
  for (const [index, [words, field, value]] of fieldsOf(criterion, l).entries()) {
    const control = controls[index]!;
    control.parentElement!.querySelector('span')!.textContent = words;
    control.dataset['f'] = field;
    if (value === undefined) {
      control.inputMode = field === 'points' ? 'decimal' : 'numeric';
      control.setAttribute('aria-describedby', reasons);
    } else {
      control.name = `r-${id}`;
      control.value = value;
    }
  }
}

function fieldsOf(criterion: Criterion, l: LanguageController): Field[] {
  switch (criterion.input) {
    case 'points':
      return [[l.t('form.points'), 'points']];
    case 'percent':
      return (['numerator', 'denominator'] as const).map((field) => {
        const label = criterion[`${field}Label`];
        return [label ? l.text(label) : l.t(`form.${field}`), field];
      });
    case 'options':
      return (criterion.options ?? []).map(({ id, label, points }) => [
        `${l.text(label)} (${l.t('form.n-points', { n: points })})`,
        'option',
        id,
      ]);
    default:
      return [
        [l.t('form.yes'), 'yes', 'true'],
        [l.t('form.no'), 'yes', 'false'],
      ];
  }
}
