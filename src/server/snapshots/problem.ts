import type { Context } from 'hono';
import { isHtsdError, HtsdError } from '../../backend/errors.js';
import { statuses, type Tell } from '../http/answers.js';
import { langOf } from './lang-of.js';
import { problemPage } from './page.js';
import { wordingsOf } from './wordings.js';

/** Asked for is something for the eyes of people, not for a program. */
export const isSnapshot = ({ req }: Context): boolean => req.path.startsWith('/public/');

/**
 * Why there is no picture or page, in a sentence that a person can read where it should have been: as a page in a frame, else
 * as plain text. `tell` hears of what nobody foresaw.
 */
export async function problemAnswer(context: Context, error: unknown, tell: Tell): Promise<Response> {
  const known = isHtsdError(error) ? error : new HtsdError('server');
  const { params } = known;
  const damaged = params['reason'] === 'damaged';
  // An address that cannot be one is one of nothing.
  const code = known.code === 'invalid' && !damaged ? 'not-found' : damaged ? 'server' : known.code;
  if (code === 'server') tell(error, context.get('request'));
  const l = wordingsOf(langOf(context));
  const seconds = params['seconds'] ?? 1;
  if (code === 'rate-limited') context.header('Retry-After', String(seconds));
  const sentence =
    code === 'not-found' || code === 'rate-limited'
      ? l.t(`snapshot.${code}`, { seconds })
      : l.t(damaged ? 'fund.damaged.hint' : 'snapshot.error');
  const status = statuses[code];
  return context.req.path.endsWith('.html')
    ? context.html(await problemPage(sentence, l), status)
    : context.text(`${sentence}\n`, status);
}
