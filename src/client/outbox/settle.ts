import type { Answers } from '../../domain/answer.schema.js';
import type { Assessment } from '../../domain/assessment.schema.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { sameJson } from '../../domain/same-json.js';
import type { Conflict } from '../view.types.js';
import type { Entry } from './entry.types.js';

/** What becomes of an entry that was answered. */
export type Settled =
  /** The back end has it; its record is in this version now. */
  | { status: 'sent'; version: number }
  /** It was made for a version that is gone, and says the same of the one that is there: it goes out as a new command. */
  | { status: 'again'; entry: Entry }
  /** A person has to look at it. */
  | { status: 'stuck'; entry: Entry };

type Answering = Entry & { command: CommandOf<'assessment.answer'> };

/** What a receipt comes to. `newId` makes the id of a command that takes the place of one that was not applied. */
export function settle(entry: Entry, receipt: Receipt, newId: () => string): Settled {
  if (receipt.status === 'applied' || receipt.status === 'duplicate') {
    const written = receipt.records.find(({ id }) => id === entry.command.record);
    return { status: 'sent', version: written?.version ?? entry.makes };
  }
  if (receipt.status === 'rejected') {
    // Ids are made here and nowhere else: what the back end has under this one is the same in its older shape.
    if (receipt.code === 'id-reused' && entry.rewritten) return { status: 'sent', version: entry.makes };
    const { code, path, params } = receipt;
    return stuck(entry, { code, ...(path && { path }), ...(params && { params }) });
  }
  const { current } = receipt;
  if (entry.shift !== 0)
    return { status: 'again', entry: madeAnew(entry, entry.command.expected + entry.shift, newId) };
  if (isAnswer(entry) && current.type === 'assessment' && conflictsIn(entry, current.value).length === 0)
    return { status: 'again', entry: madeAnew(entry, current.value.version, newId) };
  return stuck(entry, { code: 'conflict', current });
}

const stuck = (entry: Entry, trouble: NonNullable<Entry['trouble']>): Settled => ({
  status: 'stuck',
  entry: { ...entry, trouble },
});

export const isAnswer = (entry: Entry): entry is Answering => entry.command.kind === 'assessment.answer';

/** The same as a new command on another version of the record. Only of what was surely not applied. */
export function madeAnew(entry: Entry, expected: number, newId: () => string): Entry {
  const { trouble: _gone, rewritten: _older, ...rest } = entry;
  return {
    ...rest,
    command: { ...entry.command, id: newId(), expected },
    makes: expected + 1,
    tried: false,
    shift: 0,
    covers: [],
  };
}

/** Criteria that both sides changed, each in his own way. What one side alone changed is none. */
export function conflictsIn(entry: Answering, theirs: Assessment): Conflict[] {
  const { before = {} } = entry;
  return Object.entries(entry.command.payload.answers).flatMap(([criterion, given]) => {
    const sides = {
      mine: given ?? undefined,
      theirs: own(theirs.answers, criterion),
      before: own(before, criterion),
    };
    const meets = sameJson(sides.theirs, sides.before) || sameJson(sides.theirs, sides.mine);
    return meets ? [] : [{ criterion, ...sides }];
  });
}

const own = (answers: Answers, id: string) => (Object.hasOwn(answers, id) ? answers[id] : undefined);

/** A later command about a record whose version moved otherwise than was decided here. */
export function moved(entry: Entry, by: number): Entry {
  if (entry.tried) return { ...entry, shift: entry.shift + by, makes: entry.makes + by };
  const { command } = entry;
  return { ...entry, command: { ...command, expected: command.expected + by }, makes: entry.makes + by };
}

/**
 * Takes a later answer into an earlier one of the same record that was never sent: a form saves with every pause, and a
 * month of it would be thousands of commands where one says the same. Undefined where they do not follow each other.
 */
export function taken(earlier: Entry | undefined, later: Entry): Entry | undefined {
  if (!earlier || !isAnswer(earlier) || !isAnswer(later)) return undefined;
  if (earlier.tried || earlier.trouble || earlier.command.record !== later.command.record) return undefined;
  if (earlier.makes !== later.command.expected || earlier.covers.length >= mostCovered) return undefined;
  const { payload } = earlier.command;
  const facts = { ...payload.facts, ...later.command.payload.facts };
  return {
    ...earlier,
    command: {
      ...earlier.command,
      payload: {
        answers: { ...payload.answers, ...later.command.payload.answers },
        ...(Object.keys(facts).length > 0 && { facts }),
      },
    },
    // The record does not become a version older for those that come after: they are told by how much it moved.
    before: { ...later.before, ...earlier.before },
    after: [...new Set([...earlier.after, ...later.after])],
    covers: [...earlier.covers, later.command.id],
  };
}

/** More would make one command grow without end. */
const mostCovered = 1_000;
