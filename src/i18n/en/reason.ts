import type { Translation } from '../translate.js';
import type { reasonVi } from '../vi/reason.js';

export const reasonEn: Translation<typeof reasonVi> = {
  'reason.points-typed': 'Self-scored {points} of at most {max} points.',
  'reason.points-option': 'The chosen level gives {points} of at most {max} points.',
  'reason.points-yes': 'Met: {points} of at most {max} points.',
  'reason.points-no': 'Not met: 0 of at most {max} points.',
  'reason.points-band': '{percent}% falls in the band from {atLeast}%: {points} of at most {max} points.',
  'reason.points-no-band': '{percent}% is below the lowest band: 0 of at most {max} points.',
  'reason.points-below-min': '{points} points are below the minimum of {min}.',
  'reason.target-yes': 'The target is met.',
  'reason.target-no': 'The target is not met.',
  'reason.target-percent-met':
    '{outcome}: met, {numerator}/{denominator} = {percent}% (at least {atLeast}% required).',
  'reason.target-percent-unmet':
    '{outcome}: not met, {numerator}/{denominator} = {percent}% (at least {atLeast}% required).',
  'reason.unanswered': 'Not answered yet.',
  'reason.not-applicable': 'Not applicable; the reason is given.',
  'reason.not-applicable-needs-reason': 'Please give the reason why it does not apply.',
  'reason.not-applicable-not-allowed': 'The criteria set does not allow this item to be left out.',
  'reason.number-unreadable': 'This number cannot be read; please use digits, for example 7.5 or 1234.',
  'reason.number-negative': 'The number must not be negative.',
  'reason.number-not-whole': 'A count must be a whole number, for example 45 or 1234.',
  'reason.number-too-precise': 'Points go in steps of {step} here.',
  'reason.number-over-max': 'This number is above the maximum of {max}.',
  'reason.denominator-zero': 'The total number must be greater than 0.',
  'reason.percent-over-100': 'The number reached ({numerator}) is greater than the total ({denominator}).',
  'reason.half-percent': 'Please enter both the number reached and the total.',
  'reason.option-unknown': 'The chosen level is not in the criteria set; please choose again.',
  'reason.evidence-missing': 'Evidence is required.',
  'reason.total-class': '{total} of {max} points: {outcome} (from {min} points).',
  'reason.total-no-class': '{total} of {max} points: no class is reached yet.',
  'reason.pass-mark-missed': '{missing} points short of the pass mark of {passMark}.',
  'reason.min-per-item-missed': {
    one: '{n} item is below its minimum: {items}.',
    other: '{n} items are below their minimum: {items}.',
  },
  'reason.level-reached': '{outcome} is reached: every target that can be assessed is met.',
  'reason.level-missed': {
    one: '{outcome} is not reached: {n} target is not met yet.',
    other: '{outcome} is not reached: {n} targets are not met yet.',
  },
  'reason.next-outcome': 'For {outcome}, {missing} more points are needed.',
  'reason.next-outcome.targets': 'For {outcome}, targets still to be met ({missing}): {items}.',
  'reason.reweighted':
    '{earned} of the {applicable} points that apply; scaled to {max}, that is {total} points.',
  'reason.nothing-applicable': 'Nothing applies, so there is no result.',
  'reason.gaps-open': {
    one: 'The wording of {n} item is not at hand, so the result is provisional.',
    other: 'The wording of {n} items is not at hand, so the result is provisional.',
  },
};
