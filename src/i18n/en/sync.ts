import type { Translation } from '../translate.js';
import type { syncVi } from '../vi/sync.js';

export const syncEn = {
  'sync.loading': 'Looking for what waits to be sent…',
  'sync.none': 'Everything is saved on this device itself; nothing needs to be sent.',
  'sync.forbidden': 'Sign in to see what waits to be sent.',
  'sync.error': 'What waits to be sent cannot be shown.',
  'sync.retry': 'Try again',
  'sync.idle': 'Everything is sent',
  'sync.waiting': '{n} waiting to be sent',
  'sync.sending': 'Sending {sent} of {of}',
  'sync.offline': 'No network, {n} waiting to be sent',
  'sync.offline.idle': 'No network',
  'sync.sign-in': { one: 'Sign in again to send {n} change', other: 'Sign in again to send {n} changes' },
  'sync.stuck': { one: '{n} change needs you', other: '{n} changes need you' },
  'sync.open': 'Show what waits to be sent',
  'sync.close': 'Close',
  'sync.trouble':
    'The list could not be fetched. Please check the network and try again; everything that waits is still here.',
} satisfies Translation<typeof syncVi>;
