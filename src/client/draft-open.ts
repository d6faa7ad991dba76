import type { Assessment } from '../domain/assessment.schema.js';
import { unseal } from '../domain/seal.js';
import type { DraftReading } from './draft-read.js';
import type { DraftStore } from './draft-store.js';
import type { Bookmark, DraftKey, DraftRecord, StoredDraft } from './draft.types.js';
import type { Position } from './view.types.js';
import { share } from './share-answers.js';
import { freshWork, type Work } from './work.js';

/** Rarely there is more than one version to put together. */
const merging = () => import('./merge-work.js');

/** What the editing tab last told this one. It may know more than the disk: a killed tab saves no more. */
export interface LiveWork extends Work {
  writer: string;
}

export interface OpenedDrafts {
  work: Work;
  position: Position | undefined;
  /** Number of the new editor. */
  epoch: number;
  /** Writers whose records are in `work` now. */
  replaces: string[];
  damaged: boolean;
}

/**
 * Makes one piece of work of all that is stored about an assessment: the last editor's draft, put upon what the
 * back end has now, and what overridden tabs wrote after they were overridden.
 */
export async function openDrafts(from: {
  drafts: DraftStore;
  key: DraftKey;
  stored: readonly StoredDraft[];
  assessment: Assessment;
  live: LiveWork | undefined;
  now: Date;
}): Promise<OpenedDrafts> {
  const { drafts, key, stored, assessment, live, now } = from;
  const opened: OpenedDrafts = {
    work: live ?? freshWork(assessment),
    position: undefined,
    epoch: 1,
    replaces: [],
    damaged: false,
  };
  // The newest first; the older ones are merged into it.
  for (const [index, { writer, value }] of [...stored].reverse().entries()) {
    const reading = await read(value);
    // A record of which no copy could be kept stays where it is.
    let kept = true;
    const { work } = opened;
    if (reading.kind === 'damaged') {
      kept = await drafts.keepDamaged(key, `${now.toISOString()} ${writer}`, value).then(
        () => true,
        () => false,
      );
      opened.damaged = true;
      const { answers, facts } = reading.salvaged;
      opened.work =
        index > 0
          ? (await merging()).merge(work, work.base, { ...work.answers, ...answers }, facts)
          : { ...work, answers: { ...work.answers, ...answers }, facts: { ...work.facts, ...facts } };
    } else if (reading.kind === 'draft') {
      const record = upToDate(reading.record, assessment);
      opened.work =
        index > 0
          ? (await merging()).merge(work, record.base, record.answers, record.facts)
          : newest(writer, record, live);
    }
    const { position, epoch } = reading.kind === 'damaged' ? reading.salvaged : reading.record;
    opened.position ??= position;
    opened.epoch = Math.max(opened.epoch, epoch + 1);
    if (kept) opened.replaces.push(writer);
  }
  const { work } = opened;
  // Commands without an answer are repeated first: they may be what makes the difference.
  if (assessment.version > work.baseVersion && !work.pending) {
    opened.work = (await merging()).rebase(work, assessment);
  }
  opened.work = { ...opened.work, answers: share(assessment.answers, opened.work.answers) };
  return opened;
}

/** What this library wrote and nobody touched is taken as it is; anything else is read with all care. */
async function read(stored: unknown): Promise<DraftReading> {
  const { value, whole } = unseal(stored);
  if (!whole) return (await import('./draft-read.js')).readDraft(value);
  return value !== null && typeof value === 'object' && 'answers' in value
    ? { kind: 'draft', record: value as DraftRecord }
    : { kind: 'bookmark', record: value as Bookmark };
}

/**
 * A submission without an answer is not repeated once the assessment has moved on: it was applied and perhaps
 * withdrawn, and its old id would only be told so.
 */
function upToDate(record: DraftRecord, { version }: Assessment): DraftRecord {
  if (!record.pending || version === record.baseVersion) return record;
  const answers = record.pending.filter(({ kind }) => kind === 'assessment.answer');
  return { ...record, pending: answers.length ? answers : undefined };
}

function newest(writer: string, record: DraftRecord, live: LiveWork | undefined): Work {
  const { answers, facts, base, baseFacts, baseVersion, conflicts, pending } = record;
  if (live?.writer !== writer) return { answers, facts, base, baseFacts, baseVersion, conflicts, pending };
  if (live.baseVersion > baseVersion) return live;
  return {
    answers: live.answers,
    facts: live.facts,
    base,
    baseFacts,
    baseVersion,
    conflicts: live.conflicts,
    pending,
  };
}
