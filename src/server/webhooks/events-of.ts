import type { CommandKind } from '../../domain/command.schema.js';
import type { RecordType, StoredRecord } from '../../domain/receipt.schema.js';
import { recordKey, recordVersion, type Change } from '../../backend/record-store.js';
import type { Event, EventKind } from './event.js';

/** Which records a kind of command is told of; what is not named is told to nobody. */
const told: Partial<Record<CommandKind, readonly [kind: EventKind, type: RecordType]>> = {
  'subject.register': ['subject.registered', 'subject'],
  'subject.update': ['subject.updated', 'subject'],
  'subject.close': ['subject.closed', 'subject'],
  'consent.give': ['consent.given', 'consent'],
  'consent.withdraw': ['consent.withdrawn', 'consent'],
  'assessment.submit': ['assessment.submitted', 'assessment'],
  'assessment.withdraw': ['assessment.withdrawn', 'assessment'],
  'assessment.return': ['assessment.returned', 'assessment'],
  'assessment.verify': ['assessment.verified', 'assessment'],
  'recognition.grant': ['recognition.granted', 'recognition'],
  'recognition.refuse': ['recognition.refused', 'assessment'],
  'recognition.revoke': ['recognition.revoked', 'recognition'],
  'recognition.expire': ['recognition.expired', 'assessment'],
  'recognition.attach': ['recognition.signed', 'recognition'],
  'fund.open': ['fund.opened', 'fund'],
  'fund.update': ['fund.updated', 'fund'],
  'fund.disclose': ['fund.disclosed', 'entry-secret'],
  'fund.erase': ['fund.erased', 'entry-secret'],
  'fund.close': ['fund.year-closed', 'fund'],
  'round.open': ['round.opened', 'round'],
  'round.close': ['round.closed', 'round'],
  'criteria.publish': ['criteria.published', 'criteria'],
  'criteria.localise': ['criteria.published', 'criteria'],
  'locality.import': ['places.changed', 'places'],
  'locality.change': ['places.changed', 'places'],
  'target.set': ['target.changed', 'target'],
  'target.drop': ['target.changed', 'target'],
  'indicator.report': ['figure.reported', 'figure'],
  'activity.record': ['activity.changed', 'activity'],
  'activity.update': ['activity.changed', 'activity'],
  'activity.remove': ['activity.changed', 'activity'],
};

/** What there is to tell of a change: ids, versions, places, years and times. */
export function eventsOf({ entry, writes }: Pick<Change, 'entry' | 'writes'>): Event[] {
  const { command, at } = entry;
  if (command.kind === 'subject.import') return imported(command.record, at, writes);
  const events: Event[] = [];
  const [kind, type] = told[command.kind] ?? [];
  // What a person said is taken out under the name of a change, as the log knows no other.
  const erased = command.kind === 'subject.update' && 'sealed' in command;
  for (const record of writes)
    if (kind !== undefined && record.type === type)
      events.push({ kind: erased ? 'subject.erased' : kind, at, ...particulars(record) });
  for (const record of entry.records)
    if (record.type === 'entry') {
      const about = { type: 'fund', id: fundOf(record.id) } as const;
      events.push({ kind: 'fund.recorded', at, record, about });
    }
  return events;
}

function particulars(record: StoredRecord): Pick<Event, 'record' | 'about' | 'place' | 'cycle'> {
  const named = { type: record.type, id: recordKey(record), version: recordVersion(record) };
  const of = (type: 'subject' | 'fund', id: string) => ({ record: named, about: { type, id } });
  switch (record.type) {
    case 'subject':
      return of('subject', record.value.id);
    case 'assessment':
    case 'recognition':
      return { ...of('subject', record.value.subjectId), cycle: record.value.cycle };
    case 'consent':
      return of('subject', record.value.subjectId);
    case 'fund':
      return of('fund', record.value.id);
    case 'round':
      return of('fund', record.value.fund);
    case 'entry-secret':
      // What can be asked for is the entry that it belongs to.
      return { ...of('fund', record.value.fund), record: { ...named, type: 'entry' } };
    case 'activity':
      return { record: named, place: record.value.place };
    case 'figure':
      return { record: named, place: codeOf(record.value.place) };
    default:
      return { record: named, place: '' };
  }
}

/** One for each place: a list may have ten thousand lines. */
function imported(act: string, at: string, writes: readonly StoredRecord[]): Event[] {
  const counts = new Map<string, number>();
  for (const { type, value } of writes)
    if (type === 'subject') {
      const place = value.place.code ?? '';
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  return [...counts].map(([place, count]) => ({
    ...{ kind: 'subject.imported' as const, at, place, count },
    record: { type: 'import', id: act, version: 1 },
  }));
}

/** `<fund>.<no>` */
const fundOf = (entry: string): string => entry.slice(0, entry.lastIndexOf('.'));
/** `<code>@<from>` */
const codeOf = (key: string): string => key.split('@')[0]!;
