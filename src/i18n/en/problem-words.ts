import type { Translation } from '../translate.js';
import type { problemWordsVi } from '../vi/problem-words.js';

export const problemWordsEn: Translation<typeof problemWordsVi> = {
  'unread.offline': 'There is no network, so it could not be loaded.',
  'unread.timeout': 'The server does not answer, so it could not be loaded; please try again later.',
  'unread.unauthenticated': 'The session has ended; please sign in again.',
  'unread.server': 'The server has a problem, so it could not be loaded; please try again in a few minutes.',
  'unsent.offline':
    'There is no network, so nothing was recorded. The page does not send it by itself; please do it again when the network is back.',
  'unsent.timeout':
    'The server does not answer: it is not known whether this was recorded. Please do the same again; it counts once.',
  'unsent.unauthenticated': 'The session has ended, so nothing was recorded; please sign in and do it again.',
  'unsent.server':
    'The server has a problem: it is not known whether this was recorded. Please do the same again; it counts once.',
};
