import type { Actor } from '../../domain/actor.schema.js';
import type { Assessment } from '../../domain/assessment.schema.js';
import type { Command, CommandKind, CommandOf } from '../../domain/command.schema.js';
import { criteriaKey } from '../../domain/criteria-key.js';
import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import type { Model } from '../../domain/text.schema.js';
import { uuidv7 } from '../../domain/new-id.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import type { Backend } from '../port.js';
import { ensure, receiptOf } from './assertions.js';
import type { Harness } from './harness.js';
import { sampleSet } from './sample-set.js';

/** A new id; ids that follow each other sort in that order, as those of a real client do. */
export function newId(): string {
  clock = Math.max(clock + 1, Date.now());
  return uuidv7(clock, crypto.getRandomValues(new Uint8Array(16)));
}
let clock = 0;

export function command<K extends CommandKind>(
  kind: K,
  record: string,
  expected: number,
  payload: CommandOf<K>['payload'],
  id = newId(),
): CommandOf<K> {
  return { id, kind, record, expected, payload } as CommandOf<K>;
}

export const officer: Actor = { id: 'officer-1', name: 'Nguyễn Thị Ánh', roles: ['officer'] };
export const stranger: Actor = { id: 'officer-2', name: 'Trần Văn Bình', roles: ['officer'] };
export const reviewer: Actor = { id: 'reviewer-1', name: 'Lê Thu Cúc', roles: ['reviewer'], scope: ['*'] };
export const signer: Actor = {
  id: 'signer-1',
  name: 'Đỗ Quốc Hưng',
  roles: ['signer'],
  scope: ['*'],
};
export const admin: Actor = { id: 'admin-1', name: 'Phạm Minh Đức', roles: ['admin'], scope: ['*'] };

/** A fresh tenant with a published criteria set, and everything a case needs to act in it. */
export interface Scene {
  tenant: string;
  set: CriteriaSet;
  as(actor: Actor | null): Promise<Backend>;
  /** Sends one command and answers its receipt. */
  send(backend: Backend, one: Command): Promise<Receipt>;
  register(backend: Backend, name?: string): Promise<string>;
  /** Registers a subject and opens its assessment. */
  openAssessment(backend: Backend): Promise<Assessment>;
  getAssessment(backend: Backend, id: string): Promise<Assessment>;
  end(): Promise<void>;
}

export const cycle = '2026';

/** Sets up a tenant of its own for a case. */
export async function createScene(harness: Harness, criteria = 4, model: Model = 'unit'): Promise<Scene> {
  const tenant = `conformance-${newId()}`;
  const opened: Backend[] = [];
  const set = { ...sampleSet('conformance', criteria), model };

  const scene: Scene = {
    tenant,
    set,
    async as(actor) {
      const backend = await harness.open({ tenant, actor });
      opened.push(backend);
      return backend;
    },
    async send(backend, one) {
      const receipts = await backend.execute([one]);
      ensure(receipts.length === 1, `one command must get one receipt, got ${receipts.length}`);
      const [receipt] = receipts;
      ensure(receipt?.id === one.id, `the receipt must carry the command's id`);
      return receipt;
    },
    async register(backend, name = 'Trường THCS Nguyễn Du') {
      const id = newId();
      const payload = {
        model,
        name,
        place: { name: 'Xã Mẫu' },
        facts: {},
        cycle,
        criteria: { id: set.id, version: set.version },
      };
      receiptOf(
        await scene.send(backend, command('subject.register', id, 0, payload)),
        'applied',
        'subject.register',
      );
      return id;
    },
    async openAssessment(backend) {
      const subject = await scene.register(backend);
      const id = newId();
      receiptOf(
        await scene.send(backend, command('assessment.open', id, 0, { subject, cycle })),
        'applied',
        'assessment.open',
      );
      return scene.getAssessment(backend, id);
    },
    async getAssessment(backend, id) {
      const { items } = await backend.query('assessment.get', { id });
      const [item] = items;
      ensure(items.length === 1 && item, `assessment.get must answer one item, got ${items.length}`);
      ensure(item.id === id, `assessment.get must answer the record asked for`);
      return item;
    },
    async end() {
      await Promise.all(opened.map((backend) => backend.dispose()));
    },
  };
  const publish = command('criteria.publish', criteriaKey(set), 0, { set });
  receiptOf(await scene.send(await scene.as(admin), publish), 'applied', 'criteria.publish by an admin');
  return scene;
}

/** A yes to every criterion. */
export function allYes(
  set: CriteriaSet,
  note?: string,
): CommandOf<'assessment.answer'>['payload']['answers'] {
  const ids = set.sections.flatMap((section) => section.criteria.map(({ id }) => id));
  return Object.fromEntries(ids.map((id) => [id, { yes: true, ...(note !== undefined && { note }) }]));
}
