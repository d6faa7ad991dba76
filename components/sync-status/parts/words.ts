import type { ErrorCode } from '../../../src/backend/errors.js';
import type { OutboxItem, Trouble } from '../../../src/client/outbox/outbox.types.js';
import type { LanguageController } from '../../base/language.js';
import { problemText } from '../../base/problem-text.js';
import { rejectionText } from '../../base/rejection-text.js';

/** What a kind of change is called. */
export function kindWords(kind: string, l: LanguageController): string {
  const key = `sync-list.kind.${kind}`;
  return l.t(l.has(key) ? key : 'sync-list.kind.other');
}

/** Whom it is about. */
export const aboutWords = ({ about }: Pick<OutboxItem, 'about'>, l: LanguageController): string =>
  about || l.t('sync-list.unnamed');

/** Why it needs the person. */
export function troubleWords({ code, path, params = {} }: Trouble, l: LanguageController): string {
  if (code === 'damaged' || code === 'conflict' || code === 'failing') return l.t(`sync-list.${code}`);
  if (l.has(`rejection.${code}`))
    return rejectionText({ code: code as 'invalid', ...(path && { path }), params }, l);
  const known = (l.has(`error.${code}`) ? code : 'server') as ErrorCode;
  return problemText({ code: known, params, retryable: false }, l);
}
