import { isHtsdError } from '../backend/errors.js';
import type { Backend } from '../backend/port.js';
import type { ConformanceCase } from '../backend/conformance/conformance.js';
import type { QueryName } from '../domain/query.schema.js';

/** What can be asked of a back end by somebody who has not signed in, without leaving anything behind. */
export function visitorCases(open: () => Backend): ConformanceCase[] {
  const fails = async (asked: Promise<unknown>, codes: readonly string[], what: string): Promise<void> => {
    const error: unknown = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const got =
      error === undefined ? 'an answer' : isHtsdError(error) ? `"${error.code}"` : JSON.stringify(error);
    if (!isHtsdError(error) || !codes.includes(error.code))
      throw new Error(`${what}: expected ${codes.map((one) => `"${one}"`).join(' or ')}, got ${got}`);
  };
  return [
    {
      name: 'answers, and says that nobody is signed in',
      async run() {
        const { actor, tenant } = await open().session();
        if (actor !== null) throw new Error(`session: expected no actor, got ${JSON.stringify(actor)}`);
        if (typeof tenant !== 'string' || tenant === '') throw new Error('session: it must name its tenant');
      },
    },
    {
      name: 'tells a visitor to sign in before it shows assessments',
      run: () => fails(open().query('assessments.list', {}), ['unauthenticated'], 'assessments.list'),
    },
    {
      name: 'takes no command from a visitor',
      run: () =>
        fails(
          open().execute([
            { id: 'conform-1', kind: 'assessment.submit', record: 'conform-1', expected: 1, payload: {} },
          ]),
          ['unauthenticated'],
          'assessment.submit',
        ),
    },
    {
      name: 'refuses a question that there is not',
      run: () => fails(open().query('no.such' as QueryName, {}), ['unsupported', 'invalid'], 'no.such'),
    },
    {
      name: 'refuses a cursor that it did not give',
      run: () =>
        fails(
          open().query('criteria.list', { cursor: 'made up' }),
          ['invalid', 'unsupported'],
          'criteria.list',
        ),
    },
  ];
}
