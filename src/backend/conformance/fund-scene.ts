import type { Actor } from '../../domain/actor.schema.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import type { CommandKind, CommandOf } from '../../domain/command.schema.js';
import type { Entry, EntrySecret } from '../../domain/fund/entry.schema.js';
import type { Category, Fund } from '../../domain/fund/fund.schema.js';
import type { PublicFund, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { unpackEntries } from '../../domain/fund/pack-entries.js';
import type { EntryDraft } from '../../domain/fund/posting.schema.js';
import { checkChain, type ChainHead } from '../../domain/fund/verify-chain.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { hashText } from '../hash-text.js';
import type { Backend } from '../port.js';
import { ensure, receiptOf, same } from './assertions.js';
import { command, newId, type Scene } from './scene.js';

export const treasurer: Actor = {
  id: 'treasurer-1',
  name: 'Vũ Kim Oanh',
  roles: ['treasurer'],
  scope: ['*'],
};
export const colleague: Actor = {
  id: 'treasurer-2',
  name: 'Hồ Sĩ Phong',
  roles: ['treasurer'],
  scope: ['*'],
};
export const inspector: Actor = {
  id: 'inspector-1',
  name: 'Tạ Thu Quyên',
  roles: ['inspector'],
  scope: ['*'],
};

export const today = dateInVietnam(new Date().toISOString());
const year = Number(today.slice(0, 4));
export const lastYear = String(year - 1);

const categories: Category[] = [
  { id: 'tai-tro', kind: 'receipt', label: { vi: 'Tài trợ' } },
  { id: 'nhan-chuyen', kind: 'receipt', label: { vi: 'Nhận chuyển' }, transfer: true },
  { id: 'khen-thuong', kind: 'payment', label: { vi: 'Khen thưởng' }, private: true },
  { id: 'quan-ly', kind: 'payment', label: { vi: 'Quản lý' }, admin: true },
  { id: 'chuyen-quy', kind: 'payment', label: { vi: 'Chuyển quỹ' }, transfer: true },
];

/** Randomness as a client makes it. */
export function newSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

export function receiptDraft(more: Partial<EntryDraft> = {}): EntryDraft {
  return {
    kind: 'receipt',
    account: 'bank',
    category: 'tai-tro',
    amount: 500_000,
    date: today,
    voucher: 'next',
    details: { salt: newSalt(), purpose: 'Ủng hộ' },
    ...more,
  };
}

export function paymentDraft(more: Partial<EntryDraft> = {}): EntryDraft {
  return receiptDraft({ kind: 'payment', category: 'quan-ly', amount: 200_000, ...more });
}

/** A fund in the scene's tenant, and what a case does with it. */
export interface FundScene {
  fund: string;
  backend: Backend;
  /** Sends a command as the treasurer, or as somebody else; answers its receipt. */
  send: Sending<Receipt>;
  /** Sends one that must be applied. */
  must: Sending<void>;
  record: (draft: EntryDraft) => Promise<void>;
  get: () => Promise<Fund>;
}

type Sending<T> = <K extends CommandKind>(
  kind: K,
  record: string,
  expected: number,
  payload: CommandOf<K>['payload'],
  as?: Backend,
) => Promise<T>;

/** Opens a fund with 1 million đồng in cash and 20 million in the bank; payments above 5 million wait. */
export async function openFund(
  scene: Scene,
  more: Partial<CommandOf<'fund.open'>['payload']> = {},
): Promise<FundScene> {
  const backend = await scene.as(treasurer);
  const fund = `quy-${newId()}`;
  const self: FundScene = {
    fund,
    backend,
    send: (kind, record, expected, payload, as = backend) =>
      scene.send(as, command(kind, record, expected, payload)),
    async must(kind, record, expected, payload, as) {
      receiptOf(await self.send(kind, record, expected, payload, as), 'applied', kind);
    },
    record: (draft) => self.must('fund.record', newId(), 0, { fund, ...draft }),
    async get() {
      const { items } = await backend.query('fund.get', { id: fund });
      ensure(items.length === 1 && items[0], `fund.get must answer one item, got ${items.length}`);
      return items[0];
    },
  };
  await self.must('fund.open', fund, 0, {
    name: 'Quỹ khuyến học xã Mẫu',
    place: { name: 'Xã Mẫu' },
    published: true,
    plan: {},
    categories,
    approvalLimit: 5_000_000,
    smallestGroup: 5,
    lateAfterDays: 30,
    regime: 'internal',
    opened: `${lastYear}-01-01`,
    opening: { cash: 1_000_000, bank: 20_000_000, kind: 0 },
    ...more,
  });
  return self;
}

/** The whole ledger, as those in charge read it, page by page. */
export async function ledgerOf(
  backend: Backend,
  fund: string,
  limit = 1,
): Promise<{ entries: Entry[]; secrets: EntrySecret[]; pages: number }> {
  const [entries, secrets]: [Entry[], EntrySecret[]] = [[], []];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await backend.query('fund.ledger', { fund, limit, ...(cursor !== undefined && { cursor }) });
    ensure(page.items.length <= limit, `a page must hold at most ${limit} pages of entries`);
    for (const item of page.items) {
      entries.push(...unpackEntries(item.entries));
      secrets.push(...item.secrets);
      pages += 1;
    }
    cursor = page.next;
    ensure(pages < 50, 'paging must come to an end');
  } while (cursor !== undefined);
  same(
    secrets.map(({ id }) => id),
    entries.map(({ id }) => id),
    'ids of the private parts beside the entries',
  );
  return { entries, secrets, pages };
}

/** The public fund and its whole ledger. */
export async function publicLedgerOf(
  visitor: Backend,
  id: string,
): Promise<{ fund: PublicFund; entries: Entry[]; parties: PublicLedgerPage['parties'] }> {
  const { items } = await visitor.query('public.fund.get', { id });
  const [fund] = items;
  ensure(items.length === 1 && fund, `public.fund.get must answer one item, got ${items.length}`);
  const pages = (await visitor.query('public.fund.ledger', { fund: id, limit: 200 })).items;
  return {
    fund,
    entries: pages.flatMap((page) => unpackEntries(page.entries)),
    parties: pages.flatMap((page) => page.parties),
  };
}

/** Fails where the chain does not hold from the opening to the head. */
export function ensureSound(
  fund: ChainHead,
  entries: readonly Entry[],
  parties: PublicLedgerPage['parties'] = [],
): void {
  const check = checkChain(fund, hashText);
  check.add(entries);
  for (const { no, ...party } of parties) check.addParty(no, party);
  same(check.end(), [], 'what is wrong with the ledger');
}
