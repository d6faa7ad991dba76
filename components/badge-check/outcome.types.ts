import type { Answer, Reason, ReasonCode, Verification } from '../../src/credential/verify.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';

/** What a person hands in. */
export type Given =
  | { kind: 'file'; file: Blob }
  | { kind: 'text'; text: string }
  | { kind: 'link'; url: string }
  /** Id of a recognition that the page's back end knows. */
  | { kind: 'recognition'; id: string };

/** Why, in this element: the reasons of a check, and those that keep it from beginning. All of them could not check. */
export const ownReasons = [
  'no-code',
  'text-no-badge',
  'code-no-badge',
  'link-unreachable',
  'not-issued',
  'recognition-unknown',
  'recognition-elsewhere',
  'register-unreachable',
  'part',
] as const;
export type CheckReason = ReasonCode | (typeof ownReasons)[number];

/** One of the five answers, and all that is shown with it. */
export interface Outcome {
  answer: Answer;
  reason: Reason<CheckReason>;
  /** Undefined where nothing was found that could be checked. */
  verification?: Verification;
  /** What the page's own back end says of the title, where it was asked. */
  recognition?: PublicRecognition;
}

/** What the registry of competent bodies says of the issuer. */
export interface IssuerStanding {
  code:
    | 'listed'
    | 'issuer-unlisted'
    | 'issuer-not-for-place-or-date'
    | 'issuer-not-for-model'
    | 'no-registry';
  /** As the badge has it; for a listed one, as the registry has it. */
  name: { vi: string; en?: string | undefined };
  sample: boolean;
}
