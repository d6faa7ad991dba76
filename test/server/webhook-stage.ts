import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { createScene, type Scene } from '../../src/backend/conformance/scene.js';
import type { LogFields } from '../../src/server/log.js';
import type { Database } from '../../src/server/storage/database.js';
import { deliveriesOf, type Deliveries } from '../../src/server/storage/deliveries.js';
import type { Outgoing } from '../../src/server/storage/outgoing.js';
import { createCourier, type Courier } from '../../src/server/webhooks/courier.js';
import { createOutbox } from '../../src/server/webhooks/outbox.js';
import type { Webhook } from '../../src/server/webhooks/webhook.js';
import { createSigner } from './keys.js';
import { startReceiver, type Receiver } from './receiver.js';
import { startServer } from './start-server.js';

const bytes = (letter: string): string => Buffer.from(letter.repeat(32)).toString('base64');
export const secretOf = (letter: string): string => `whsec_${bytes(letter)}`;

/** A tenant of its own, a server that tells of what happens in it, and somebody who is told. */
export interface Stage {
  scene: Scene;
  receiver: Receiver;
  deliveries: Deliveries;
  outgoing: Outgoing;
  /** The clock of those who send. */
  clock: { now: number };
  /** Lines of the log. */
  lines: ({ event: string } & LogFields)[];
  failures: unknown[];
  courier(options?: { webhooks?: Partial<Webhook>[]; database?: Database }): Courier;
  end(): Promise<void>;
}

export async function createStage(database: Database, webhooks: Partial<Webhook>[] = [{}]): Promise<Stage> {
  const receiver = await startReceiver();
  const signer = await createSigner();
  const plain = await startServer({ database, signer });
  let url = plain.url;
  const scene = await createScene({
    open: async ({ tenant, actor }) =>
      createHttpAdapter({
        ...{ baseUrl: url, province: tenant },
        token: () => (actor ? signer.token(actor, tenant) : undefined),
      }),
  });
  const clock = { now: Date.now() };
  const now = (): Date => new Date(clock.now);
  const whole = (some: Partial<Webhook>[]): Webhook[] =>
    some.map((one) => ({
      ...{ name: 'portal', url: receiver.url, secrets: [secretOf('a')], internal: true },
      ...one,
    }));
  const told = { database, province: scene.tenant, now };
  const outgoing = createOutbox({ ...told, webhooks: whole(webhooks) })!;
  const server = await startServer({ database, signer, outgoing });
  url = server.url;
  const lines: Stage['lines'] = [];
  const failures: unknown[] = [];
  return {
    ...{ scene, receiver, outgoing, clock, lines, failures },
    deliveries: deliveriesOf(database, scene.tenant),
    courier: (options = {}) =>
      createCourier({
        ...{ ...told, days: 5, random: () => 1, database: options.database ?? database },
        webhooks: whole(options.webhooks ?? webhooks),
        log: (_, event, fields) => void lines.push({ event, ...fields }),
        tell: (error) => void failures.push(error),
      }),
    async end() {
      await scene.end();
      await Promise.all([plain.close(), server.close(), receiver.close()]);
    },
  };
}
