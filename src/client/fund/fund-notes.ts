import type { Notes } from '../notes.js';
import type { SaveState } from '../view.types.js';
import type { Unanswered, Waiting } from './waiting.types.js';

/** What is kept of one fund on this device, read out of the notes of the person. */
export interface KeptOfFund {
  /** Half-typed forms by name. */
  readonly typed: Readonly<Record<string, object>>;
  /** In the order in which they were entered. */
  readonly outbox: readonly Waiting[];
  readonly unanswered: readonly Unanswered[];
  /** Some of it could not be read; it stays on the disk. */
  readonly damaged: boolean;
}

/** What belongs to one fund among what a person typed and did not send, the same in all his tabs. */
export interface FundNotes {
  read(): KeptOfFund;
  type(form: string, typed: object | undefined): void;
  putLine(line: Waiting): void;
  dropLine(id: string): void;
  /** Each act has a place of its own: another one, in this tab or the next, takes nothing of it away. */
  putUnanswered(unanswered: Unanswered): void;
  /** `id`: of its command. */
  dropUnanswered(id: string): void;
  save(): SaveState;
  flush(): Promise<void>;
  /** Calls back when another tab changed something, or the state of saving did. */
  subscribe(listener: (changed: boolean) => void): () => void;
  close(): void;
}

/** Names of the notes: a form, a line that waits, an act without an answer; `act` alone is what earlier versions kept. */
const formField = (name: string): string => `form/${name}`;
const lineField = (id: string): string => `line/${id}`;
const actField = (id: string): string => `act/${id}`;
/** So many acts without an answer are kept; which of them had arrived nobody asks after that. */
const mostUnanswered = 20;

export function fundNotes(notes: Notes): FundNotes {
  const put = (field: string, value: object | undefined): void =>
    notes.put(field, value === undefined ? '' : JSON.stringify(value));

  return {
    read() {
      const typed: Record<string, object> = {};
      const outbox: Waiting[] = [];
      const unanswered: Unanswered[] = [];
      let damaged = false;
      for (const [field, text] of notes.all()) {
        const value = readObject(text);
        if (!value) damaged = true;
        else if (field === 'act' || field.startsWith('act/')) unanswered.push(value as Unanswered);
        else if (field.startsWith('form/')) typed[field.slice('form/'.length)] = value;
        else if (isLine(value)) outbox.push(value);
        else damaged = true;
      }
      // Ids of commands sort by the time at which they were made.
      outbox.sort((a, b) => (a.command.id < b.command.id ? -1 : 1));
      return { typed: Object.freeze(typed), outbox: Object.freeze(outbox), unanswered, damaged };
    },
    type: (form, typed) => put(formField(form), typed),
    putLine: (line) => put(lineField(line.command.id), line),
    dropLine: (id) => put(lineField(id), undefined),
    putUnanswered(unanswered) {
      const before = [...notes.all().keys()].filter((field) => field.startsWith(actField(''))).sort();
      for (const field of before.slice(0, -mostUnanswered + 1)) put(field, undefined);
      put(actField(unanswered.command.id), unanswered);
    },
    dropUnanswered(id) {
      put(actField(id), undefined);
      const before: Partial<Unanswered> = readObject(notes.get('act')) ?? {};
      if (before.command?.id === id) put('act', undefined);
    },
    save: () => notes.save(),
    flush: () => notes.flush(),
    subscribe: (listener) => notes.subscribe((fields) => listener(fields.length > 0)),
    close: () => notes.close(),
  };
}

function readObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLine(value: object): value is Waiting {
  const { command, at } = value as Partial<Waiting>;
  return typeof command?.id === 'string' && typeof command.payload === 'object' && typeof at === 'string';
}
