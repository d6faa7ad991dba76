import type { Answer } from './answer.schema.js';
import type { Criterion, LevelTarget, Scoring } from './criteria-set.schema.js';
import type { Judgement } from './score-points.js';
import { percentOf, reaches, readShare, type Share } from './score-percent.js';
import type { Reason } from './score.types.js';

export type ChecklistRules = Extract<Scoring, { mode: 'checklist' }>;
type Levels = Record<string, 'met' | 'unmet' | 'open'>;

/** What an answer says about the targets of every level. `met` means all of them, `partial` some. */
export function judgeTargets(criterion: Criterion, scoring: ChecklistRules, answer: Answer): Judgement {
  const targets = targetsOf(criterion, scoring);
  const open = (reason: Reason): Judgement => ({
    status: reason.code === 'unanswered' ? 'unanswered' : 'invalid',
    levels: Object.fromEntries(targets.map(([level]) => [level, 'open' as const])),
    reasons: [reason],
  });
  if (criterion.input === 'yesno' && typeof answer.yes === 'boolean') return judgeYes(targets, answer.yes);
  if (criterion.input !== 'percent') return open({ code: 'unanswered', params: {} });
  const share = readShare(answer);
  return 'code' in share ? open(share) : judgeShare(targets, share);
}

/** The levels that ask something of the criterion, lowest first. */
export function targetsOf(criterion: Criterion, scoring: ChecklistRules): [string, LevelTarget][] {
  const targets: [string, LevelTarget][] = [];
  for (const { id } of byRank(scoring)) {
    const target = criterion.levels && Object.hasOwn(criterion.levels, id) ? criterion.levels[id] : undefined;
    if (target) targets.push([id, target]);
  }
  return targets;
}

export function byRank(scoring: ChecklistRules): ChecklistRules['levels'] {
  return [...scoring.levels].sort((a, b) => a.rank - b.rank);
}

function judgeYes(targets: [string, LevelTarget][], yes: boolean): Judgement {
  const levels: Levels = {};
  // A yes says nothing about a percentage; the lint refuses such a pair.
  for (const [level, target] of targets) levels[level] = yes && target.require === 'yes' ? 'met' : 'unmet';
  return {
    status: statusOf(levels, yes),
    levels,
    reasons: [{ code: yes ? 'target-yes' : 'target-no', params: {} }],
  };
}

function judgeShare(targets: [string, LevelTarget][], share: Share): Judgement {
  const levels: Levels = {};
  const reasons: Reason[] = [];
  const percent = percentOf(share);
  for (const [outcome, target] of targets) {
    const met = target.require === 'percent' && reaches(share, target.atLeast);
    levels[outcome] = met ? 'met' : 'unmet';
    const atLeast = target.require === 'percent' ? target.atLeast : 100;
    const code = met ? 'target-percent-met' : 'target-percent-unmet';
    reasons.push({ code, params: { outcome, percent, atLeast, ...share } });
  }
  // No level asks anything of it, which the lint warns of: any share will do.
  if (reasons.length === 0) reasons.push({ code: 'target-yes', params: {} });
  return { status: statusOf(levels, true), percent, levels, reasons };
}

function statusOf(levels: Levels, otherwise: boolean): 'met' | 'partial' | 'unmet' {
  const all = Object.values(levels);
  const met = all.filter((state) => state === 'met').length;
  if (all.length === 0) return otherwise ? 'met' : 'unmet';
  return met === all.length ? 'met' : met > 0 ? 'partial' : 'unmet';
}
