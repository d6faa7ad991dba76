import { z } from './zod.js';
import type { AreaCommand } from './area/area-command.schema.js';
import { Answer, Claim, Facts } from './answer.schema.js';
import { Comment } from './assessment.schema.js';
import { command } from './command-envelope.js';
import { Consent } from './consent.schema.js';
import { CriteriaRef, CriteriaSet, Overlay } from './criteria-set.schema.js';
import type { FundCommand } from './fund/fund-command.schema.js';
import { DecisionFacts, MOST_CREDENTIAL, MOST_GRANTS } from './recognition.schema.js';
import { Subject } from './subject.schema.js';
import { Cycle, RecordId, Slug } from './text.schema.js';

const subjectFields = z.pick(Subject, {
  model: true,
  subjectGroup: true,
  name: true,
  parent: true,
  place: true,
  head: true,
  members: true,
  facts: true,
});
const Reason = z.string().check(z.minLength(1), z.maxLength(4000));

/** The changes to what is assessed, as plain JSON. Those to funds and areas are read by schemas of their own, when one comes. */
export const CoreCommand = z.discriminatedUnion('kind', [
  /** Creates the subject if it is new, and registers it for a year. */
  command('subject.register', z.object({ ...subjectFields.shape, cycle: Cycle, criteria: CriteriaRef })),
  command('subject.update', z.partial(z.omit(subjectFields, { model: true }))),
  command('subject.close', z.object({ reason: Reason })),
  /** `record` is the new assessment's id. */
  command('assessment.open', z.object({ subject: RecordId, cycle: Cycle })),
  /** A patch by criterion: null takes an answer away. */
  command(
    'assessment.answer',
    z.object({ answers: z.record(Slug, z.nullable(Answer)), facts: z.optional(Facts) }),
  ),
  command('assessment.submit', z.object({})),
  command('assessment.withdraw', z.object({ reason: z.optional(z.string().check(z.maxLength(4000))) })),
  /** A reviewer takes it up: from here on the author cannot withdraw it. */
  command('assessment.review', z.object({})),
  /**
   * Where a reviewer differs from the author, by criterion; null takes a mark back. A mark that says the same as the
   * author is none.
   */
  command(
    'assessment.mark',
    z.object({ marks: z.record(Slug, z.nullable(z.object({ answer: Claim, reason: Reason }))) }),
  ),
  command(
    'assessment.return',
    z.object({
      reason: Reason,
      comments: z.array(z.pick(Comment, { id: true, criterion: true, text: true })),
    }),
  ),
  command('assessment.verify', z.object({})),
  /**
   * One decision for one title or many: `record` is the new decision's id, `expected` in the envelope 0. All of them
   * are granted or none; each in the version that the signer saw.
   */
  command(
    'recognition.grant',
    z.object({
      decision: DecisionFacts,
      grants: z
        .array(z.object({ assessment: RecordId, expected: z.number(), outcome: z.string() }))
        .check(z.minLength(1), z.maxLength(MOST_GRANTS)),
    }),
  ),
  /** `record` is the assessment. */
  command('recognition.refuse', z.object({ reason: Reason })),
  /** `record` is the recognition, as in `recognition.attach`. */
  command('recognition.revoke', z.object({ reason: Reason })),
  /** The signed badge, which the issuer made of the recognition in the version that he saw. */
  command(
    'recognition.attach',
    z.object({ credential: z.string().check(z.minLength(1), z.maxLength(MOST_CREDENTIAL)) }),
  ),
  /** `record` is the assessment. */
  command('recognition.expire', z.object({})),
  command('criteria.publish', z.object({ set: CriteriaSet })),
  command('criteria.localise', z.object({ overlay: Overlay })),
  command(
    'consent.give',
    z.pick(Consent, {
      subjectId: true,
      purpose: true,
      textVersion: true,
      controller: true,
      retentionYears: true,
      giver: true,
      giverName: true,
      relation: true,
      form: true,
    }),
  ),
  command('consent.withdraw', z.object({})),
]);

/** Every change there is. The kinds grow only with a reason. */
export type Command = z.infer<typeof CoreCommand> | FundCommand | AreaCommand;
export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
