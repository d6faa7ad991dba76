import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { uuidv7 } from '../../domain/new-id.js';
import { chargesOf, type ChargesOptions } from '../identity/charges.js';
import { putIn, type NewDelivery } from '../storage/deliveries.js';
import type { Outgoing } from '../storage/outgoing.js';
import type { Tables } from '../storage/tables.js';
import type { Event } from './event.js';
import { eventsOf } from './events-of.js';
import type { Webhook } from './webhook.js';

export interface OutboxOptions extends ChargesOptions {
  province: string;
  webhooks: readonly Webhook[];
  /** Hears that something was put in. */
  wake?: (() => void) | undefined;
}

/** Puts in what is to be told, with the commands that it tells of. Undefined where nobody is told anything: nothing is put in. */
export function createOutbox(options: OutboxOptions): Outgoing | undefined {
  const { province, webhooks, now, wake } = options;
  if (webhooks.length === 0) return undefined;
  const charges = chargesOf(options);
  const wants = ({ events }: Webhook, { kind }: Event): boolean => events?.has(kind) ?? true;

  /** Codes of all places that somebody is told of. */
  async function reached(places: string[]): Promise<ReadonlySet<string>> {
    const named = { id: '', name: '', roles: [], scope: places };
    const { actor } = await charges.of({ actor: named, province });
    return new Set([...places, ...(actor?.places ?? [])]);
  }

  return {
    province,
    of: (change) => eventsOf(change).filter((event) => webhooks.some((one) => wants(one, event))),
    async prepare(events) {
      const hearing = await Promise.all(
        webhooks.map(async (webhook) => ({
          webhook,
          places: webhook.places && (await reached(webhook.places)),
        })),
      );
      return async (db) => {
        const whereabouts = await placesOf(db, province, events);
        const rows = events.flatMap((event): NewDelivery[] => {
          const { kind, at, about } = event;
          const place = event.place ?? whereabouts.get(keyOf(about)) ?? '';
          const listed = { id: uuidv7(now().getTime(), randomBytes(16)), kind, at };
          const body = bodyOf(event, province, place);
          const line = keyOf(about ?? event.record);
          return hearing
            .filter(({ webhook, places }) => wants(webhook, event) && (places?.has(place) ?? true))
            .map(({ webhook }) => ({ ...listed, webhook: webhook.name, line, body }));
        });
        if (rows.length > 0) await putIn(db, province, rows, now());
      };
    },
    written: () => wake?.(),
  };
}

const keyOf = (one: { type: string; id: string } | undefined): string => (one ? `${one.type} ${one.id}` : '');

/** What is sent, in the form of Standard Webhooks. */
function bodyOf({ kind, at, record, about, cycle, count }: Event, province: string, place: string): string {
  const data = {
    province,
    place: place || undefined,
    record,
    [about?.type ?? 'about']: about?.id,
    cycle,
    count,
  };
  return JSON.stringify({ type: kind, timestamp: at, data });
}

/** Where the subjects and funds are that something happened to, as it stands once that is written. */
async function placesOf(
  db: Kysely<Tables>,
  province: string,
  events: readonly Event[],
): Promise<Map<string, string>> {
  const about = events.flatMap((event) => (event.about && event.place === undefined ? [event.about] : []));
  if (about.length === 0) return new Map();
  const { rows } = await sql<{ type: string; id: string; place: string }>`
    select x.type, x.id, x.place from unnest(${about.map(({ type }) => type)}::text[],
      ${about.map(({ id }) => id)}::text[]) as w (type, id) cross join lateral (select o.type, o.id, o.place
      from whereabouts o where o.province = ${province} and o.type = w.type and o.id = w.id offset 0) x`.execute(
    db,
  );
  return new Map(rows.map((row) => [keyOf(row), row.place]));
}
