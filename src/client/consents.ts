import type { CommandOf } from '../domain/command.schema.js';
import { isInForce } from '../domain/consent.js';
import type { Consent } from '../domain/consent.schema.js';
import { HtsdError } from '../backend/errors.js';
import type { Client } from './client.types.js';
import type { NewConsent } from './view.types.js';

/** The command by which a subject's consent is recorded. */
export const giveConsent = (
  client: Client,
  subjectId: string,
  consent: NewConsent,
): CommandOf<'consent.give'> => ({
  id: client.newId(),
  kind: 'consent.give',
  record: client.newId(),
  expected: 0,
  payload: { ...consent, subjectId },
});

/** Records consents for a subject that is registered already. Errors: those of the back end; `invalid` where its rules refuse. */
export async function addConsents(
  client: Client,
  subject: string,
  consents: readonly NewConsent[],
): Promise<void> {
  await applied(
    client,
    consents.map((consent) => giveConsent(client, subject, consent)),
  );
}

/** Takes back whatever of a subject's consents is in force. Errors: as for giving. */
export async function withdrawConsents(client: Client, consents: readonly Consent[]): Promise<void> {
  await applied(
    client,
    consents
      .filter((consent) => isInForce(consent))
      .map(({ id, version }) => ({
        id: client.newId(),
        kind: 'consent.withdraw',
        record: id,
        expected: version,
        payload: {},
      })),
  );
}

async function applied(
  client: Client,
  commands: (CommandOf<'consent.give'> | CommandOf<'consent.withdraw'>)[],
): Promise<void> {
  if (!commands.length) return;
  const receipts = await client.execute(commands);
  for (const { status } of receipts) {
    if (status === 'conflict') throw new HtsdError('conflict', { retryable: true });
    if (status === 'rejected') throw new HtsdError('invalid');
  }
}
