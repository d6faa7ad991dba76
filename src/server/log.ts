/** What a line says beside its event: counts, codes, durations. Nothing that a person wrote or is called. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type Log = (level: 'info' | 'error', event: string, fields?: LogFields) => void;

/** Lines of JSON, as machines collect them. */
export function jsonLog(write: (lines: string) => void, now: () => Date): Log {
  return (level, event, fields = {}) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
}

/** Lines of one turn of the program are written with one call, in the order that they came. */
export function together(write: (lines: string) => void): (line: string) => void {
  let kept = '';
  return (line) => {
    if (kept === '')
      setImmediate(() => {
        const lines = kept;
        kept = '';
        write(lines);
      });
    kept += line;
  };
}

/**
 * What may be told of a failure: its kind, and where in the program it arose. Not its message: databases put the values
 * into it that they stumbled on.
 */
export function failureFields(error: unknown): LogFields {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return { kind: typeof cause };
  const code = 'code' in cause ? String(cause.code) : undefined;
  const at = cause.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ');
  return { kind: cause.name, code, at };
}

/** What a failure is counted as: its code where it has one, else its kind. */
export function nameOfFailure(error: unknown): string {
  const { code, kind } = failureFields(error);
  return String(code ?? kind);
}
