/** The closed list of what can go wrong at the border to a back end. Code decides on these, never on message text. */
export const errorCodes = [
  'offline',
  'timeout',
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'too-large',
  'quota',
  'rate-limited',
  'unsupported',
  'server',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
