/** A fund with a treasurer, a second person and an inspector on one memory store. */
import {
  createMemoryAdapter,
  createMemoryStore,
  type Faults,
} from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { CommandKind, CommandOf } from '../../src/domain/command.schema.js';

export const treasurer: Actor = { id: 'thu-quy', name: 'Lê Thu Cúc', roles: ['treasurer'], scope: ['*'] };
export const second: Actor = { id: 'chu-tai-khoan', name: 'Đỗ Quốc Hưng', roles: ['signer'], scope: ['*'] };
export const inspector: Actor = { id: 'kiem-tra', name: 'Hà Minh', roles: ['inspector'], scope: ['*'] };

export const settings: CommandOf<'fund.open'>['payload'] = {
  name: 'Quỹ khuyến học xã Mẫu',
  place: { name: 'Xã Mẫu' },
  published: true,
  plan: {},
  categories: [
    { id: 'tai-tro', kind: 'receipt', label: { vi: 'Tài trợ' } },
    { id: 'nhan', kind: 'receipt', label: { vi: 'Nhận chuyển' }, transfer: true },
    { id: 'hoc-bong', kind: 'payment', label: { vi: 'Học bổng' }, private: true },
    { id: 'quan-ly', kind: 'payment', label: { vi: 'Quản lý' }, admin: true },
    { id: 'chuyen', kind: 'payment', label: { vi: 'Chuyển quỹ' }, transfer: true },
  ],
  approvalLimit: 5_000_000,
  smallestGroup: 5,
  lateAfterDays: 30,
  regime: 'internal',
  opened: '2025-01-01',
  opening: { cash: 1_000_000, bank: 20_000_000, kind: 0 },
};

let devices = 0;

export class FundDeskWorld {
  readonly store = createMemoryStore();
  readonly #clients: Client[] = [];
  /** The clock of clients and back ends. */
  now = Date.parse('2026-11-02T03:00:00.000Z');
  #acts = 0;

  /** A person at a device of his own, unless `device` names one. */
  client(actor: Actor | null, faults?: Faults, device = `fund-desk-${Date.now()}-${(devices += 1)}`): Client {
    const backend = createMemoryAdapter({
      store: this.store,
      actor,
      ...(faults && { faults }),
      now: () => new Date(this.now),
    });
    return this.over(backend, device);
  }

  /** A client over a back end of which some answers are replaced. */
  over(backend: Backend, device = `fund-desk-${Date.now()}-${(devices += 1)}`): Client {
    const client = createClient(backend, { storage: device, now: () => new Date(this.now) });
    this.#clients.push(client);
    return client;
  }

  async send<K extends CommandKind>(
    actor: Actor,
    kind: K,
    record: string,
    expected: number,
    payload: CommandOf<K>['payload'],
  ): Promise<void> {
    const backend = createMemoryAdapter({ store: this.store, actor, now: () => new Date(this.now) });
    const command = { id: `lenh-${(this.#acts += 1)}`, kind, record, expected, payload } as CommandOf<K>;
    const [receipt] = await backend.execute([command]);
    if (receipt?.status !== 'applied') throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
  }

  /** Opens the fund "quy" with 1 million in cash and 20 million in the bank, limit 5 million, from 2025. */
  open(more: Partial<typeof settings> = {}): Promise<void> {
    return this.send(treasurer, 'fund.open', 'quy', 0, { ...settings, ...more });
  }

  /** A round "dot" of three, of whom two are to be paid: above the limit, so that it waits as "chi-dot". */
  async payRound(): Promise<void> {
    const salt = (n: number): string => String(n).padStart(32, '0');
    await this.send(treasurer, 'round.open', 'dot', 0, {
      fund: 'quy',
      title: 'Học bổng 2026',
      kind: 'scholarship',
      year: '2026',
      criteria: 'Tiến bộ trong năm học',
      levels: [{ id: 'suat-a', label: { vi: 'Suất A' }, amount: 3_000_000 }],
      discreet: false,
    });
    const who = [
      { name: 'Nguyễn Văn An', born: 2013, grade: 'lớp 7', school: 'THCS Mẫu' },
      { name: 'Trần Thị Bưởi', born: 2012, grade: 'lớp 8' },
      { name: 'Lê Văn Chung', born: 2012, grade: 'lớp 8' },
    ];
    await this.send(treasurer, 'award.add', 'ds', 0, {
      round: 'dot',
      salt: salt(71),
      awards: who.map((one, at) => ({ id: `em-${at + 1}`, level: 'suat-a', who: one, consents: [] })),
    });
    await this.send(treasurer, 'round.pay', 'chi-dot', 0, {
      fund: 'quy',
      round: 'dot',
      awards: ['em-1', 'em-2'],
      account: 'bank',
      category: 'hoc-bong',
      date: '2026-11-02',
      voucher: 'next',
      details: { salt: salt(72) },
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
  }
}
