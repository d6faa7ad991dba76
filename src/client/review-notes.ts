import type { Claim } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { Notes } from './notes.js';
import type { MarkDraft } from './review.types.js';
import type { Position } from './view.types.js';

/** A mark that is not stored yet, and the stored one that it began from. */
export interface MarkNote extends MarkDraft {
  readonly began?: MarkDraft | undefined;
}

/** What belongs to one review among the notes of the desk. */
export interface ReviewNotes {
  marks(): Map<string, MarkNote>;
  putMark(criterion: string, mark: MarkNote | undefined): void;
  comments(): Map<string, string>;
  putComment(criterion: string, text: string): void;
  /** Why it is to be given back, as far as it was typed. */
  reason(): string;
  putReason(text: string): void;
  place(): Position | undefined;
  putPlace(place: Position): void;
  /** Takes everything away. Resolves when it is off the disk. */
  drop(): Promise<void>;
  /** Calls back with the criteria whose marks another tab changed. */
  subscribe(listener: (marks: readonly string[]) => void): () => void;
}

/** A review that was left in the middle. */
export interface Unfinished {
  readonly id: string;
  readonly name: string;
}

/** Reviews of which something is kept on this device, in the order of their names. */
export function unfinishedIn(notes: Notes): Unfinished[] {
  const found = new Map<string, Unfinished>();
  for (const field of notes.all().keys()) {
    const [id = ''] = field.split('/');
    found.set(id, { id, name: notes.get(`${id}/name`) || id });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** `name`: of whom is assessed, for whoever looks for what he left. */
export function reviewNotes(notes: Notes, id: string, name: string): ReviewNotes {
  const put = (field: string, text: string): void => {
    notes.put(`${id}/${field}`, text);
    if (text !== '') notes.put(`${id}/name`, name);
  };
  /** Texts by what follows in the name of their field. */
  const under = (kind: 'mark' | 'comment'): Map<string, string> => {
    const beginning = `${id}/${kind}/`;
    return new Map(
      [...notes.all()].flatMap(([field, text]) =>
        field.startsWith(beginning) ? [[field.slice(beginning.length), text] as const] : [],
      ),
    );
  };
  return {
    marks: () =>
      new Map(
        [...under('mark')].flatMap(([criterion, text]) => {
          const mark = readMark(text);
          return mark ? [[criterion, mark] as const] : [];
        }),
      ),
    putMark: (criterion, mark) => put(`mark/${criterion}`, mark ? JSON.stringify(mark) : ''),
    comments: () => under('comment'),
    putComment: (criterion, text) => put(`comment/${criterion}`, text),
    reason: () => notes.get(`${id}/reason`),
    putReason: (text) => put('reason', text),
    place() {
      const [criterion, field] = notes.get(`${id}/place`).split(' ');
      return criterion && field ? { criterion, field } : undefined;
    },
    putPlace: ({ criterion, field }) => put('place', `${criterion} ${field}`),
    drop: () => notes.drop(`${id}/`),
    subscribe: (listener) =>
      notes.subscribe((fields) => {
        const beginning = `${id}/mark/`;
        listener(fields.flatMap((one) => (one.startsWith(beginning) ? [one.slice(beginning.length)] : [])));
      }),
  };
}

/** Takes away what was sent all the same: the page ended before it could be. */
export function forgetSent(kept: ReviewNotes, { comments, returned }: Assessment): void {
  const sent = new Set(comments.map(({ criterion = '', text }) => `${criterion} ${text}`));
  for (const [criterion, text] of kept.comments())
    if (sent.has(`${criterion} ${text.trim()}`)) kept.putComment(criterion, '');
  if (returned?.reason === kept.reason().trim()) kept.putReason('');
  if (kept.comments().size + kept.marks().size === 0 && kept.reason() === '')
    kept.drop().catch(() => undefined);
}

function readMark(text: string): MarkNote | undefined {
  try {
    const { began, ...mark } = JSON.parse(text) as { began?: unknown };
    if (!isMark(mark)) return undefined;
    return { ...mark, ...(isMark(began) && { began }) };
  } catch {
    // Damaged, by whatever means: the stored mark stands.
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isMark(value: unknown): value is MarkDraft {
  return isObject(value) && typeof value['reason'] === 'string' && isClaim(value['answer']);
}

function isClaim(value: unknown): value is Claim {
  return (
    isObject(value) &&
    ['points', 'option', 'numerator', 'denominator'].every(
      (field) => value[field] === undefined || typeof value[field] === 'string',
    ) &&
    (value['yes'] === undefined || typeof value['yes'] === 'boolean') &&
    (value['notApplicable'] === undefined || value['notApplicable'] === true)
  );
}
