import type { ConfigFault } from './config.js';
import { NewerDatabase } from './storage/migrate.js';
import { BrokenWall } from './storage/whole-wall.js';

/** Why the program cannot start, in a sentence for its operator. */
export interface StartFault extends ConfigFault {
  /** To end with: 78 where something has to be set otherwise; 75 where it may go by itself, so that starting again makes sense. */
  code: 75 | 78;
}

/** What failed while it started. `data`: in its folder, the embedded database included. */
export type Step = 'data' | 'database' | 'listen' | 'metrics';

/** All that the second wall goes by. */
const roles = 'htsd_writer, htsd_reader, htsd_overseer, htsd_eraser, htsd_teller';

type Say = (what: { at: string; code: string }) => string;
type Said = readonly [code: StartFault['code'], sentence: Say];

const away: Said = [
  75,
  ({ at, code }) =>
    `The database cannot be reached${at} (${code}): is it running, and are host and port right?`,
];
const denied: Said = [
  78,
  () =>
    'The database refuses the user or the password: correct them. In an address # is written as %23, / as %2F.',
];

const mayNot: Said = [
  78,
  () => 'The program may not write into this folder: give it to the user that it runs as.',
];

/** By what the system, or PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html), calls it. */
const sentences: Readonly<Record<'data' | 'database', Readonly<Record<string, Said>>>> = {
  data: {
    ...{ EACCES: mayNot, EPERM: mayNot },
    EEXIST: [78, () => 'There is a file of this name: name a folder.'],
    ENOTDIR: [78, () => 'A part of this path is a file: name a folder.'],
    ENOENT: [78, () => 'No folder can be made there: name another one.'],
    ENAMETOOLONG: [78, () => 'This path is longer than the system allows: name a shorter one.'],
    EROFS: [78, () => 'This folder is on a disk that can only be read: name another one.'],
    ENOSPC: [75, () => 'There is no room on the disk of this folder.'],
  },
  database: {
    ...{ ECONNREFUSED: away, ENOTFOUND: away, EAI_AGAIN: away, ETIMEDOUT: away, EHOSTUNREACH: away },
    ...{ ENETUNREACH: away, ECONNRESET: away, '57P03': away, '08006': away },
    ...{ '28P01': denied, '28000': denied },
    '3D000': [78, () => 'There is no database of this name: create it first.'],
    '42501': [
      78,
      () =>
        `This user may not create roles and tables: give him that right (CREATEROLE), or name another. Where another province has its database on the same cluster, have a superuser grant him its roles, too: ${roles}.`,
    ],
    '53300': [
      75,
      () => 'The database takes no more connections: lower HTSD_CONNECTIONS, or raise its max_connections.',
    ],
  },
};

const listening: Readonly<
  Record<string, readonly [code: StartFault['code'], of: 'host' | 'port', say: Say]>
> = {
  EADDRINUSE: [
    75,
    'port',
    ({ at }) => `Another program listens there already${at}: end it, or set another port.`,
  ],
  EACCES: [78, 'port', ({ at }) => `The program may not listen there${at}: set a port from 1024 on.`],
  EADDRNOTAVAIL: [
    78,
    'host',
    ({ at }) => `This machine has no such address${at}: set one of its own, or 0.0.0.0 for all.`,
  ],
  ENOTFOUND: [78, 'host', ({ at }) => `There is no machine of this name${at}: set an address of this one.`],
};
const variables = {
  listen: { host: 'HTSD_HOST', port: 'PORT' },
  metrics: { host: 'HTSD_METRICS_HOST', port: 'HTSD_METRICS_PORT' },
} as const;

/** What an operator can do about a failure; undefined where nobody foresaw it. Never what was set: it may be a secret. */
export function startFaultOf(step: Step, error: unknown): StartFault | undefined {
  const variable = step === 'data' ? 'HTSD_DATA' : 'DATABASE_URL';
  if (error instanceof NewerDatabase)
    return {
      ...{ variable, code: 78 },
      sentence: `A newer version of the program has brought this database up to date (${error.step}): start that one, or restore a backup from before.`,
    };
  if (error instanceof BrokenWall)
    return {
      ...{ variable, code: 78 },
      sentence: `This database lacks ${error.missing}: it was restored before its roles, or without rights. Restore the roles first (pg_dumpall --roles-only), then the database into an empty one, anew.`,
    };
  const { code, address, port } = (error ?? {}) as { code?: unknown; address?: unknown; port?: unknown };
  if (typeof code !== 'string') return undefined;
  const where = [address, port].filter((one) => typeof one === 'string' || typeof one === 'number');
  const said = { code, at: where.length > 0 ? ` (${where.join(':')})` : '' };
  if (step === 'listen' || step === 'metrics') {
    const found = listening[code];
    return found && { variable: variables[step][found[1]], sentence: found[2](said), code: found[0] };
  }
  const found = sentences[step][code];
  return found && { variable, sentence: found[1](said), code: found[0] };
}

/** The program cannot start, and its operator is told why. */
export class CannotStart extends Error {
  readonly fault: StartFault;

  constructor(fault: StartFault, cause: unknown) {
    super(fault.sentence, { cause });
    this.fault = fault;
  }
}

/** Does a step of starting. Rejects with `CannotStart` where it is known what an operator can do, else as it was. */
export async function starting<T>(step: Step, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = startFaultOf(step, error);
    throw fault ? new CannotStart(fault, error) : error;
  }
}
