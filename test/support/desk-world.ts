import {
  createMemoryAdapter,
  createMemoryStore,
  type Faults,
  type MemoryStore,
} from '../../src/backend/memory/memory-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Client } from '../../src/client/client.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { Answers } from '../../src/domain/answer.schema.js';
import type { CommandKind, CommandOf } from '../../src/domain/command.schema.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { RecordOf, RecordType, StoredRecord } from '../../src/domain/receipt.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import type { Subject } from '../../src/domain/subject.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import { catalogOf } from './catalog.js';

export const author: Actor = { id: 'tac-gia', name: 'Lê Thị Hoa', roles: ['officer'], scope: ['*'] };
export const reviewer: Actor = {
  id: 'tham-dinh',
  name: 'Trần Văn Đức',
  roles: ['reviewer'],
  scope: ['*'],
};
export const signer: Actor = { id: 'nguoi-ky', name: 'Phạm Minh Đức', roles: ['signer'], scope: ['*'] };

/** A set of all four kinds of criteria, 40 points, class from 20 and 35. */
export const deskSet: CriteriaSet = {
  format: 1,
  id: 'ban-lam-viec',
  version: '1',
  model: 'family',
  title: { vi: 'Bộ tiêu chí để thử', en: 'Set for tests' },
  status: 'sample',
  source: { name: { vi: 'Mẫu để kiểm thử' } },
  cycles: { from: '2020' },
  recognition: { months: 12 },
  bases: [{ vi: 'Kế hoạch số 1 của xã' }],
  scoring: {
    mode: 'points',
    max: 40,
    passMark: 20,
    notApplicable: 'reweight',
    classes: [
      { id: 'tot', label: { vi: 'Loại Tốt', en: 'Class Good' }, min: 35 },
      { id: 'dat', label: { vi: 'Loại Đạt', en: 'Class Reached' }, min: 20 },
    ],
  },
  sections: [
    {
      id: 'phan',
      number: 'I',
      title: { vi: 'Việc học' },
      max: 40,
      criteria: [
        { id: 'diem', number: '1', title: { vi: 'Chấm điểm' }, input: 'points', max: 10 },
        {
          id: 'muc',
          number: '2',
          title: { vi: 'Chọn mức' },
          input: 'options',
          max: 10,
          options: [
            { id: 'du', label: { vi: 'Đầy đủ' }, points: 10 },
            { id: 'thieu', label: { vi: 'Còn thiếu' }, points: 4 },
          ],
        },
        {
          id: 'ty-le',
          number: '3',
          title: { vi: 'Tỷ lệ' },
          input: 'percent',
          max: 10,
          bands: [{ atLeast: 50, points: 10 }],
        },
        {
          id: 'co-khong',
          number: '4',
          title: { vi: 'Có hay không' },
          input: 'yesno',
          max: 10,
          notApplicable: true,
        },
      ],
    },
  ],
};

export const fullAnswers: Answers = {
  diem: {
    points: '9',
    note: 'Có kế hoạch',
    evidence: [
      {
        id: 'mc-1',
        kind: 'link',
        name: 'Kế hoạch học tập',
        url: 'https://example.vn/ke-hoach',
        addedAt: '2026-11-01T00:00:00.000Z',
      },
    ],
  },
  muc: { option: 'du' },
  'ty-le': { numerator: '3', denominator: '4' },
  'co-khong': { yes: true },
};

interface SubjectOptions {
  name?: string;
  model?: Model;
  answers?: Answers;
  members?: Subject['members'];
  /** Year that is assessed; default 2026. */
  cycle?: string;
}

/** People on one store, with commands in their names. */
export class DeskWorld {
  readonly store: MemoryStore = createMemoryStore();
  readonly sets: CriteriaSet[];
  /** What the back end keeps of competent bodies. */
  registry: Registry | undefined;
  #count = 0;
  #clients: Client[] = [];

  constructor(...sets: CriteriaSet[]) {
    this.sets = sets.length > 0 ? sets : [deskSet];
  }

  /** `device`: prefix of its databases; the same one is the same device. Default: a device of its own. */
  client(
    actor: Actor | null,
    faults?: Faults,
    device = `desk-${Date.now()}-${this.#clients.length}`,
  ): Client {
    const backend = createMemoryAdapter({
      store: this.store,
      actor,
      catalog: catalogOf(...this.sets),
      registry: () => this.registry,
      faults,
    });
    const client = createClient(backend, { storage: device });
    this.#clients.push(client);
    return client;
  }

  /** Sends a command that must be applied. */
  async send<K extends CommandKind>(
    actor: Actor,
    kind: K,
    record: string,
    expected: number,
    payload: CommandOf<K>['payload'],
  ): Promise<void> {
    const backend = createMemoryAdapter({ store: this.store, actor, catalog: catalogOf(...this.sets) });
    const command = { id: `lenh-${(this.#count += 1)}`, kind, record, expected, payload } as CommandOf<K>;
    const [receipt] = await backend.execute([command]);
    if (receipt?.status !== 'applied') throw new Error(`${kind}: ${JSON.stringify(receipt)}`);
  }

  /** A subject with its assessment `a-ID`, as far as wanted. Versions: submitted 3, in review 4, verified 5. */
  async submitted(
    id: string,
    until: 'submitted' | 'in-review' | 'verified' = 'submitted',
    {
      name = `Gia đình ${id}`,
      model = 'family',
      answers = fullAnswers,
      members = {},
      cycle = '2026',
    }: SubjectOptions = {},
  ): Promise<void> {
    const criteria = { id: this.sets[0]!.id, version: this.sets[0]!.version };
    const subject = { model, name, place: { name: 'Xã Mẫu' }, facts: {}, members, cycle, criteria };
    await this.send(author, 'subject.register', id, 0, subject);
    await this.send(author, 'assessment.open', `a-${id}`, 0, { subject: id, cycle });
    await this.send(author, 'assessment.answer', `a-${id}`, 1, { answers });
    await this.send(author, 'assessment.submit', `a-${id}`, 2, {});
    if (until !== 'submitted') await this.send(reviewer, 'assessment.review', `a-${id}`, 3, {});
    if (until === 'verified') await this.send(reviewer, 'assessment.verify', `a-${id}`, 4, {});
  }

  /** Puts records into the store as they stand, beside any command. */
  async plant(...writes: StoredRecord[]): Promise<void> {
    const id = `dat-vao-${(this.#count += 1)}`;
    const command = { id, kind: 'subject.close', record: id, expected: 0, payload: { reason: id } } as const;
    const at = new Date().toISOString();
    const entry = { command, actor: { id: author.id, name: author.name }, at, records: [] };
    await this.store.tenant('default').commit({ entry, writes, guards: [] });
  }

  async read<T extends RecordType>(kind: T, id: string): Promise<RecordOf<T>> {
    const found = await this.store.tenant('default').read(kind, id);
    if (!found) throw new Error(`No ${kind} ${id}`);
    return found;
  }

  /** So many copies of a subject `ID` and its assessment as they stand, `ID-0000` and on. */
  async copies(id: string, count: number): Promise<void> {
    const [subject, assessment] = [await this.read('subject', id), await this.read('assessment', `a-${id}`)];
    const ids = Array.from({ length: count }, (_, index) => `${id}-${String(index).padStart(4, '0')}`);
    const records = ids.flatMap((one): StoredRecord[] => {
      const name = `Gia đình ${one}`;
      return [
        { type: 'subject', value: { ...subject, id: one, name } },
        { type: 'assessment', value: { ...assessment, id: `a-${one}`, subjectId: one, subjectName: name } },
      ];
    });
    await this.plant(...records);
  }

  async end(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
  }
}
