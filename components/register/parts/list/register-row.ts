import type { RegisterRow } from '../../../../src/domain/area/area-query.schema.js';
import type { CriteriaSetSummary } from '../../../../src/domain/criteria-set.schema.js';
import type { LanguageController } from '../../../base/language.js';
import type { WindowRow } from '../../../base/row-window.js';
import { decisionWords, kindWords, pointsWords, signOf, titleLabel } from './row-words.js';

export interface RowSource {
  readonly l: LanguageController;
  readonly rowAt: (index: number) => RegisterRow | undefined;
  readonly sets: () => readonly CriteriaSetSummary[];
  readonly picked: (subject: string) => boolean;
  /** The date in Viet Nam. */
  readonly today: () => string;
}

function textIn(parent: HTMLElement, className: string): Text {
  const span = document.createElement('span');
  if (className) span.className = className;
  const text = document.createTextNode('');
  span.append(text);
  parent.append(span);
  return text;
}

/** The same text set again would be laid out again, and most of what neighbours say is the same. */
function say(text: Text, words: string): void {
  if (text.data !== words) text.data = words;
}

/** A row of the register that can be drawn again for any subject. */
export function makeRegisterRow({ l, rowAt, sets, picked, today }: RowSource): WindowRow {
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.className = 'line row';
  const cell = (className: string): HTMLElement => {
    const one = document.createElement('div');
    one.setAttribute('role', 'gridcell');
    one.className = `cell ${className}`;
    element.append(one);
    return one;
  };
  cell('pick').append(Object.assign(document.createElement('span'), { className: 'box' }));
  const nameCell = cell('name');
  const name = textIn(nameCell, 'first-line');
  const kind = textIn(nameCell, 'second-line');
  const place = textIn(cell('place'), 'clamp');
  const head = textIn(cell('leader'), 'clamp');
  const stateBadge = document.createElement('span');
  const sign = textIn(stateBadge, 'sign');
  const state = textIn(stateBadge, '');
  cell('state').append(stateBadge);
  const score = textIn(cell('score amount'), '');
  const titleCell = cell('title');
  const title = textIn(titleCell, 'first-line');
  const decision = textIn(titleCell, 'second-line');
  element.querySelector('.sign')?.setAttribute('aria-hidden', 'true');

  return {
    element,
    paint(index) {
      const row = rowAt(index);
      if (!row) return;
      say(name, row.name);
      say(kind, kindWords(row, l));
      say(place, row.place.name);
      say(head, row.head?.name ?? '');
      say(sign, `${signOf(row.state)} `);
      say(state, l.t(`register.state.${row.state}`));
      const badge = `badge ${row.state}`;
      if (stateBadge.className !== badge) stateBadge.className = badge;
      say(score, pointsWords(row, l));
      say(title, row.decision ? titleLabel(row.outcome, row.criteria, sets(), l) : '');
      say(decision, decisionWords(row, l, today()));
      element.setAttribute('aria-selected', String(picked(row.subject)));
    },
  };
}
