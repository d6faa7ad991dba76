import { createHash } from 'node:crypto';
import type { Actor } from '../actor.schema.js';
import type { Assessment } from '../assessment.schema.js';
import type { Command, CommandKind, CommandOf } from '../command.schema.js';
import { criteriaKey } from '../criteria-key.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import { decide } from '../decide.js';
import type { Decision, ReadRecord } from '../reader.types.js';
import type { RecordOf, RecordType, StoredRecord } from '../receipt.schema.js';
import type { Registry } from '../registry.schema.js';
import { isOpen } from '../assessment-phase.js';

/** One decision that was applied, with everything that it rested on beside the records. */
export interface Applied {
  command: Command;
  actor: Actor | null;
  now: string;
}

/** The least that `decide` needs around it: records in a map, and a clock that moves a minute per command. */
export class World {
  readonly records = new Map<string, StoredRecord>();
  readonly log: Applied[] = [];
  /** The operator's registry of competent bodies, where he keeps one. */
  registry: Registry | undefined;
  now = Date.parse('2026-11-01T00:00:00.000Z');
  #commands = 0;

  constructor(...sets: CriteriaSet[]) {
    for (const set of sets) this.#store({ type: 'criteria', value: set });
  }

  readonly read: ReadRecord = async <T extends RecordType>(type: T, id: string) =>
    structuredClone(this.records.get(`${type} ${id}`)?.value) as RecordOf<T> | undefined;

  assessments(): Assessment[] {
    return [...this.records.values()].flatMap((record) =>
      record.type === 'assessment' ? [record.value] : [],
    );
  }

  /** Builds a command and decides it. */
  async run<K extends CommandKind>(
    actor: Actor | null,
    kind: K,
    record: string,
    expected: number,
    payload: CommandOf<K>['payload'],
  ): Promise<Decision> {
    this.#commands += 1;
    this.now += 60_000;
    const command = { id: `command-${this.#commands}`, kind, record, expected, payload } as CommandOf<K>;
    return this.apply({ command, actor, now: new Date(this.now).toISOString() });
  }

  /** Decides and, where it is applied, writes. */
  async apply(step: Applied): Promise<Decision> {
    const decision = await decide(structuredClone(step.command), {
      actor: step.actor,
      now: step.now,
      read: this.read,
      hasher: async () => (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
      registry: async () => this.registry,
      findAssessment: async (subjectId, cycle) =>
        structuredClone(
          this.assessments().find(
            (one) => one.subjectId === subjectId && one.cycle === cycle && isOpen(one.state),
          ),
        ),
    });
    if (decision.status === 'applied') {
      decision.writes.forEach((record) => this.#store(record));
      this.log.push(step);
    }
    return decision;
  }

  #store(record: StoredRecord): void {
    const id = record.type === 'criteria' ? criteriaKey(record.value) : record.value.id;
    this.records.set(`${record.type} ${id}`, structuredClone(record));
  }
}

/** Two criteria of 5 points each; the second one asks for evidence where points are claimed. Class "tot" from 8, "kha" from 5. */
export const smallSet: CriteriaSet = {
  format: 1,
  id: 'small',
  version: '1',
  model: 'unit',
  title: { vi: 'Bộ tiêu chí nhỏ' },
  status: 'sample',
  source: { name: { vi: 'Mẫu' } },
  cycles: { from: '2020', to: '2030' },
  facts: [{ id: 'public', label: { vi: 'Đơn vị công lập' }, kind: 'boolean' }],
  scoring: {
    mode: 'points',
    max: 10,
    passMark: 5,
    classes: [
      { id: 'tot', label: { vi: 'Tốt' }, min: 8 },
      { id: 'kha', label: { vi: 'Khá' }, min: 5 },
      { id: 'thap', label: { vi: 'Thấp' }, min: 0, recognised: false },
    ],
  },
  sections: [
    {
      id: 's1',
      title: { vi: 'Phần 1' },
      max: 10,
      criteria: [
        { id: 'c1', title: { vi: 'Một' }, provenance: 'sample', input: 'points', max: 5 },
        {
          id: 'c2',
          title: { vi: 'Hai' },
          provenance: 'sample',
          input: 'points',
          max: 5,
          evidence: { required: 'when-met' },
        },
      ],
    },
  ],
};

export const owner: Actor = { id: 'owner', name: 'Nguyễn Thị Ánh', roles: ['officer'] };
export const helper: Actor = { id: 'helper', name: 'Trần Văn Bình', roles: ['officer'], scope: ['*'] };
export const reviewer: Actor = { id: 'reviewer', name: 'Lê Thu Cúc', roles: ['reviewer'], scope: ['*'] };
export const signer: Actor = { id: 'signer', name: 'Phạm Minh Đức', roles: ['signer'], scope: ['*'] };
/** Holds every role, so that only the rule about one's own assessment keeps him back. */
export const mayor: Actor = {
  id: 'mayor',
  name: 'Vũ Thị Én',
  roles: ['officer', 'reviewer', 'signer', 'admin'],
  scope: ['*'],
};
export const outsider: Actor = {
  id: 'outsider',
  name: 'Hoàng Giang',
  roles: ['reviewer', 'signer', 'officer'],
};
