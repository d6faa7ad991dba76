import { Answer, Answers, Facts } from '../domain/answer.schema.js';
import { CoreCommand } from '../domain/command.schema.js';
import { Slug } from '../domain/text.schema.js';
import { z } from '../domain/zod.js';
import type { Bookmark, DraftRecord } from './draft.types.js';

const Place = z.object({ criterion: Slug, field: z.string() });
const Base = { format: z.literal(1), epoch: z.number(), position: z.optional(Place), updatedAt: z.string() };
const Mark = z.strictObject(Base);
const optionalAnswer = z.optional(Answer);
const Record_ = z.object({
  ...Base,
  answers: Answers,
  facts: Facts,
  base: Answers,
  baseFacts: Facts,
  baseVersion: z.number(),
  conflicts: z.array(
    z.object({ criterion: Slug, mine: optionalAnswer, theirs: optionalAnswer, before: optionalAnswer }),
  ),
  pending: z.optional(z.array(CoreCommand)),
});

/** What a stored record holds: the whole draft, only a bookmark, or of a damaged one whatever still makes sense. */
export type DraftReading =
  | { kind: 'draft'; record: DraftRecord }
  | { kind: 'bookmark'; record: Bookmark }
  | { kind: 'damaged'; salvaged: Pick<DraftRecord, 'answers' | 'facts' | 'epoch' | 'position'> };

/** Reads a stored record. Never throws: what does not parse is left out, answer by answer and field by field. */
export function readDraft(raw: unknown): DraftReading {
  const mark = z.safeParse(Mark, raw);
  if (mark.success) return { kind: 'bookmark', record: mark.data };
  const whole = z.safeParse(Record_, raw);
  if (whole.success) return { kind: 'draft', record: whole.data as DraftRecord };
  const parts = isObject(raw) ? raw : {};
  const position = z.safeParse(Place, parts['position']);
  const epoch = Number(parts['epoch']);
  return {
    kind: 'damaged',
    salvaged: {
      answers: salvageAnswers(parts['answers']),
      facts: salvageFacts(parts['facts']),
      epoch: Number.isFinite(epoch) ? epoch : 0,
      position: position.success ? position.data : undefined,
    },
  };
}

function salvageAnswers(raw: unknown): Answers {
  const answers: Answers = {};
  for (const [id, value] of Object.entries(isObject(raw) ? raw : {})) {
    if (!z.safeParse(Slug, id).success || !isObject(value)) continue;
    const answer: Record<string, unknown> = {};
    for (const field of Object.keys(Answer.shape)) {
      if (value[field] === undefined) continue;
      const one = z.safeParse(Answer, { [field]: value[field] });
      if (one.success) Object.assign(answer, one.data);
    }
    if (Object.keys(answer).length) answers[id] = answer;
  }
  return answers;
}

function salvageFacts(raw: unknown): Facts {
  const facts: Facts = {};
  for (const [id, value] of Object.entries(isObject(raw) ? raw : {})) {
    const one = z.safeParse(Facts, { [id]: value });
    if (one.success) Object.assign(facts, one.data);
  }
  return facts;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
