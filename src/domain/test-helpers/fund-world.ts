import type { Actor } from '../actor.schema.js';
import type { CommandKind, CommandOf } from '../command.schema.js';
import type { Entry, EntrySecret } from '../fund/entry.schema.js';
import type { Fund } from '../fund/fund.schema.js';
import type { EntryDraft } from '../fund/posting.schema.js';
import type { Recipient, RoundFields } from '../fund/round.schema.js';
import type { RecordOf, RecordType } from '../receipt.schema.js';
import { categories } from './ledger.js';
import { outcome } from './stages.js';
import { World } from './world.js';

export const treasurer: Actor = { id: 'treasurer-1', name: 'Lê Thu Cúc', roles: ['treasurer'], scope: ['*'] };
export const colleague: Actor = {
  id: 'treasurer-2',
  name: 'Vũ Đình Nam',
  roles: ['treasurer'],
  scope: ['*'],
};
export const second: Actor = { id: 'signer-1', name: 'Đỗ Quốc Hưng', roles: ['signer'], scope: ['*'] };
export const inspector: Actor = { id: 'inspector-1', name: 'Hà Minh', roles: ['inspector'], scope: ['*'] };

export const salt = '0123456789abcdef0123456789abcdef';
export const details = { salt, purpose: 'Ủng hộ quỹ khuyến học' };

export const settings: CommandOf<'fund.open'>['payload'] = {
  name: 'Quỹ khuyến học xã Mẫu',
  place: { name: 'Xã Mẫu' },
  published: true,
  plan: {},
  categories,
  approvalLimit: 5_000_000,
  smallestGroup: 5,
  lateAfterDays: 30,
  regime: 'internal',
  opened: '2025-01-01',
  opening: { cash: 1_000_000, bank: 20_000_000, kind: 0 },
};

/** A receipt of 500,000 đồng in the bank. */
export function receipt(more: Partial<EntryDraft> = {}): EntryDraft {
  return {
    kind: 'receipt',
    account: 'bank',
    category: 'tai-tro',
    amount: 500_000,
    date: '2026-03-01',
    details,
    ...more,
  };
}

/** A payment of 300,000 đồng from the bank. */
export function payment(more: Partial<EntryDraft> = {}): EntryDraft {
  return {
    kind: 'payment',
    account: 'bank',
    category: 'quan-ly',
    amount: 300_000,
    date: '2026-03-02',
    details,
    ...more,
  };
}

export const roundFields: RoundFields = {
  title: 'Khen thưởng năm học 2025–2026',
  kind: 'award',
  year: '2026',
  criteria: 'Đạt giải từ cấp tỉnh',
  levels: [
    { id: 'giai-nhat', label: { vi: 'Giải Nhất' }, amount: 400_000 },
    { id: 'vuot-kho', label: { vi: 'Vượt khó' }, amount: 3_000_000, private: true },
  ],
  discreet: false,
};

export function recipient(id: string, more: Partial<Recipient> = {}, level = 'giai-nhat') {
  return { id, level, who: { name: 'Nguyễn Văn An', born: 2013, grade: 'lớp 7', ...more }, consents: [] };
}

/** A world in which "quy" is a fund. It is November 2026. */
export class FundWorld extends World {
  #acts = 0;

  static async opened(more: Partial<typeof settings> = {}, id = 'quy'): Promise<FundWorld> {
    const world = new FundWorld();
    await world.must(treasurer, 'fund.open', id, 0, { ...settings, ...more });
    return world;
  }

  stored<T extends RecordType>(type: T, id: string): RecordOf<T> {
    const record = this.records.get(`${type} ${id}`);
    if (!record) throw new Error(`no ${type} ${id}`);
    return structuredClone(record.value) as RecordOf<T>;
  }

  get fund(): Fund {
    return this.stored('fund', 'quy');
  }

  entry(no: number, fund = 'quy'): Entry {
    return this.stored('entry', `${fund}.${no}`);
  }

  secret(no: number, fund = 'quy'): EntrySecret {
    return this.stored('entry-secret', `${fund}.${no}`);
  }

  entries(fund = 'quy'): Entry[] {
    return [...this.records.values()].flatMap((one) =>
      one.type === 'entry' && one.value.fund === fund ? [one.value] : [],
    );
  }

  /** The decision in short. */
  try<K extends CommandKind>(
    actor: Actor | null,
    kind: K,
    record: string,
    expected: number,
    payload: CommandOf<K>['payload'],
  ): Promise<string> {
    return outcome(this, actor, kind, record, expected, payload);
  }

  async must<K extends CommandKind>(
    actor: Actor,
    kind: K,
    record: string,
    expected: number,
    payload: CommandOf<K>['payload'],
  ): Promise<void> {
    const answer = await this.try(actor, kind, record, expected, payload);
    if (answer !== 'applied') throw new Error(`${kind}: ${answer}`);
  }

  /** Enters one in "quy"; the decision in short. */
  record(draft: EntryDraft, actor = treasurer): Promise<string> {
    this.#acts += 1;
    return this.try(actor, 'fund.record', `act-${this.#acts}`, 0, { fund: 'quy', ...draft });
  }

  close(year: string): Promise<string> {
    return this.try(treasurer, 'fund.close', 'quy', this.fund.version, { year });
  }
}
