import { reasonCodes, type Answer, type Reason, type ReasonCode } from './verdict.types.js';

/** Ends a check with an answer. Thrown and caught inside this room only. */
export class Failure extends Error {
  readonly reason: Reason;

  constructor(code: ReasonCode, params: Reason['params'] = {}) {
    super(code);
    this.name = 'Failure';
    this.reason = { code, params };
  }

  get answer(): Answer {
    return answerOf(this.reason.code);
  }
}

/** The answer that a reason stands for. */
export function answerOf(code: ReasonCode): Answer {
  const found = (Object.keys(reasonCodes) as Answer[]).find((answer) =>
    (reasonCodes[answer] as readonly string[]).includes(code),
  );
  return found ?? 'could-not-check';
}
