import type { CriteriaRef } from '../criteria-set.schema.js';
import type { MemberCounts, PastResult, Subject } from '../subject.schema.js';
import type { Model } from '../text.schema.js';

/** What a column of a register means. */
export const columnRoles = [
  'id',
  'name',
  'model',
  'group',
  'head',
  'parent',
  'hamlet',
  'place',
  'code',
  'members',
  'citizens',
  'year',
  'score',
  'title',
  'ignored',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Rows that cannot be taken as they are. The sentence is `register-import.row.<code>`. */
export const stopCodes = [
  'name-missing',
  'too-long',
  'cell-error',
  'model-missing',
  'model-unknown',
  'model-other',
  'group-unknown',
  'place-missing',
  'code-bad',
  'number-bad',
  'citizens-more',
  'year-bad',
  'id-twice',
] as const;
/** Rows that a person should look at. */
export const lookCodes = [
  'merged',
  'formula',
  'hidden-row',
  'unseen',
  'signs',
  'group-left-out',
  'id-unknown',
  'year-without-set',
  'score-bad',
  'result-year-missing',
] as const;
/** About a file as a whole. The sentence is `register-import.plan.<code>`. */
export const planCodes = [
  'no-head',
  'no-rows',
  'too-many',
  'many-columns',
  'same-columns',
  'results',
  'results-history',
  'model-from-title',
] as const;

export type RowCode = (typeof stopCodes)[number] | (typeof lookCodes)[number];
export type Severity = 'stop' | 'look';
type Params = Readonly<Record<string, string | number>>;

export interface RowProblem {
  code: RowCode;
  severity: Severity;
  /** Of the cell, from 0. */
  column?: number;
  params: Params;
}

export interface PlanNote {
  code: (typeof planCodes)[number];
  severity: Severity;
  params: Params;
}

/** A subject as a row tells of it. */
export interface RowDraft {
  id?: string;
  name: string;
  model?: Model;
  subjectGroup?: string;
  head?: string;
  parent?: string;
  place: { name: string; code?: string };
  members?: number;
  citizens?: number;
  /** The year that it is registered for. */
  year?: string;
  /** What the file tells of years that are over, one of each. */
  past?: readonly Omit<PastResult, 'source'>[];
}

/** A line of the register that rows are compared with. */
export type KnownSubject = Pick<
  Subject,
  'id' | 'version' | 'model' | 'subjectGroup' | 'name' | 'parent' | 'place' | 'head'
> & {
  memberCounts?: MemberCounts;
  /** The year that it was compared in, where points or a decision of that year are known here. */
  judged?: string;
};

/** Which subject a row may be about, beside a new one. */
export interface Match {
  /** An earlier row of the file that tells of the same. */
  line?: number;
  /** Subjects of the register that look the same, the likeliest first. */
  known?: readonly KnownSubject[];
  /** The file names the subject by its number: nothing has to be asked. */
  certain?: boolean;
}

/** A row of the file, understood as far as it could be. */
export interface PlannedRow {
  /** Number of the row in the sheet. */
  line: number;
  /** `stop`: it is not taken; `ask`: a person has to say which subject it is about; `same`: the register says so already. */
  state: 'ready' | 'look' | 'ask' | 'same' | 'stop';
  draft: RowDraft;
  problems: readonly RowProblem[];
  match?: Match;
}

/** A row that tells of no subject. */
export interface SkippedRow {
  line: number;
  text: string;
}

export interface ImportPlan {
  /** Number of the last row of the head in the sheet; 0 without one. */
  headLine: number;
  titles: readonly string[];
  roles: readonly (ColumnRole | undefined)[];
  rows: readonly PlannedRow[];
  skipped: readonly SkippedRow[];
  notes: readonly PlanNote[];
  /** The model of rows that name none. */
  model?: Model;
}

export interface ImportOptions {
  /** What columns mean, where a person said so. */
  columns?: readonly (ColumnRole | undefined)[];
  /** The model of rows that name none. */
  model?: Model | undefined;
  /** The place of rows that name none. */
  place?: string | undefined;
  /** `column`: registered for the year that the row names; `none`: for none; else for this year. */
  year?: string | undefined;
  /** `column`: points and titles are those of the year that the row names; `none`: they are left out; else of this year. */
  results?: string | undefined;
  known: readonly KnownSubject[];
  /** The criteria set that a subject is registered by in a year. */
  setFor: (of: { model: Model; subjectGroup?: string | undefined }, year: string) => CriteriaRef | undefined;
}

/**
 * What a person said of a row that may be about a known subject. `same`: the earlier row of the file, else the subject of
 * the register; of several subjects the one with that id.
 */
export type Decision = 'skip' | 'another' | 'same' | `same:${string}`;
