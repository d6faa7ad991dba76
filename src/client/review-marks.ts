import type { Assessment, Mark } from '../domain/assessment.schema.js';
import { claimOf, sameClaim } from '../domain/claim.js';
import type { CommandOf } from '../domain/command.schema.js';
import { markFaults } from '../domain/mark-faults.js';
import type { ReviewNotes } from './review-notes.js';
import type { MarkDraft, ReviewView } from './review.types.js';
import { isOpen, type ReviewStore } from './review-view.js';
import { sameJson } from './same-json.js';

export type Given = CommandOf<'assessment.mark'>['payload']['marks'];

/** Marks from the keystroke to the back end. */
export interface ReviewMarks {
  /** What he says of a criterion now: as typed, as stored, or the author's own answer. */
  current(criterion: string): MarkDraft;
  type(criterion: string, mark: MarkDraft): void;
  /** Drafts as they are kept on this device: after a reload, or typed in another tab. */
  restore(only?: readonly string[]): void;
  /** What can be stored of what was typed; null takes a mark back. */
  storable(): Given;
  /** Marks were stored, out of the drafts as they were then; `stored`: the assessment as it is now. */
  settle(marks: Given, sent: ReadonlyMap<string, MarkDraft>, stored: Assessment): void;
  /** Takes in the assessment as it stands; drafts over a mark that is another one now wait for a choice. */
  receive(theirs: Assessment): void;
  resolve(criterion: string, keep: 'mine' | 'theirs'): void;
}

const plain = (mark: Mark | undefined): MarkDraft | undefined =>
  mark && { answer: mark.answer, reason: mark.reason };

export function createReviewMarks(store: ReviewStore, kept: ReviewNotes): ReviewMarks {
  /** The stored mark that a draft began from. */
  const began = new Map<string, MarkDraft | undefined>();

  const storedIn = ({ review }: Assessment, criterion: string): MarkDraft | undefined =>
    plain(review?.marks?.[criterion]);
  const keep = (criterion: string, draft: MarkDraft): void =>
    kept.putMark(criterion, { ...draft, began: began.get(criterion) });

  /** Works on copies of what the view says of drafts, and shows them. */
  function change(work: (parts: Parts) => void): void {
    const { drafts, faults, clashes } = store.get();
    const parts = { drafts: new Map(drafts), faults: new Map(faults), clashes: new Set(clashes) };
    work(parts);
    store.put(parts);
  }

  function forget({ drafts, faults, clashes }: Parts, criterion: string): void {
    for (const map of [drafts, faults, clashes, began]) map.delete(criterion);
  }

  function judge({ faults }: Parts, criterion: string, draft: MarkDraft): void {
    const { assessment, set } = store.get();
    const found = markFaults(assessment, set, criterion, draft);
    if (found.length > 0) faults.set(criterion, found);
    else faults.delete(criterion);
  }

  const marks: ReviewMarks = {
    current(criterion) {
      const { drafts, criteria, assessment } = store.get();
      const own = { answer: claimOf(criteria.get(criterion)!, assessment.answers[criterion]), reason: '' };
      return drafts.get(criterion) ?? storedIn(assessment, criterion) ?? own;
    },

    type(criterion, mark) {
      change((parts) => {
        if (!parts.drafts.has(criterion)) began.set(criterion, storedIn(store.get().assessment, criterion));
        parts.drafts.set(criterion, mark);
        judge(parts, criterion, mark);
      });
      keep(criterion, mark);
    },

    restore(only) {
      const view = store.get();
      if (!isOpen(view)) return;
      const found = kept.marks();
      change((parts) => {
        for (const criterion of only ?? found.keys()) {
          forget(parts, criterion);
          const note = found.get(criterion);
          if (!note || !view.criteria.has(criterion)) continue;
          const { began: from, ...draft } = note;
          const stored = storedIn(view.assessment, criterion);
          if (sameJson(stored, draft)) {
            // It was stored, and its answer was lost.
            kept.putMark(criterion, undefined);
            continue;
          }
          parts.drafts.set(criterion, draft);
          began.set(criterion, from);
          judge(parts, criterion, draft);
          if (!sameJson(stored, from)) parts.clashes.add(criterion);
        }
      });
    },

    storable() {
      const { drafts, criteria, faults, clashes, assessment } = store.get();
      const given: Given = {};
      for (const [criterion, { answer, reason }] of drafts) {
        const about = criteria.get(criterion);
        if (!about || faults.get(criterion)?.length || clashes.has(criterion)) continue;
        given[criterion] = sameClaim(about, answer, assessment.answers[criterion])
          ? null
          : { answer: claimOf(about, answer), reason };
      }
      return given;
    },

    settle(given, sent, stored) {
      change((parts) => {
        for (const criterion of Object.keys(given)) {
          const draft = parts.drafts.get(criterion);
          if (draft && draft !== sent.get(criterion)) {
            // What was typed meanwhile goes on from there.
            began.set(criterion, storedIn(stored, criterion));
            keep(criterion, draft);
          } else {
            forget(parts, criterion);
            kept.putMark(criterion, undefined);
          }
        }
      });
    },

    receive(theirs) {
      change((parts) => {
        for (const [criterion, draft] of store.get().drafts) {
          const stored = storedIn(theirs, criterion);
          if (sameJson(stored, draft)) {
            // Another tab of the same person sent it.
            forget(parts, criterion);
            kept.putMark(criterion, undefined);
          } else if (!sameJson(stored, began.get(criterion))) parts.clashes.add(criterion);
        }
        store.put({ assessment: theirs });
        // Kept on this device, but nothing that could be typed on.
        if (!isOpen(store.get())) for (const criterion of parts.drafts.keys()) forget(parts, criterion);
      });
    },

    resolve(criterion, choice) {
      if (choice === 'theirs') {
        kept.putMark(criterion, undefined);
        return change((parts) => forget(parts, criterion));
      }
      const mine = store.get().drafts.get(criterion);
      began.set(criterion, storedIn(store.get().assessment, criterion));
      if (mine) keep(criterion, mine);
      change(({ clashes }) => clashes.delete(criterion));
    },
  };
  return marks;
}

interface Parts {
  drafts: Map<string, MarkDraft>;
  faults: Map<string, ReviewView['faults'] extends ReadonlyMap<string, infer F> ? F : never>;
  clashes: Set<string>;
}
