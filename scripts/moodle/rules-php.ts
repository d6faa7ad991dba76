import { isEditable, isOpen } from '../../src/domain/assessment-phase.js';
import { RegisterEntry, TallyCounts } from '../../src/domain/area/area-record.schema.js';
import { counts } from '../../src/domain/area/register-entry.js';
import { talliesOf } from '../../src/domain/area/tallies.js';
import { AssessmentState } from '../../src/domain/assessment.schema.js';
import type { Role } from '../../src/domain/actor.schema.js';
import { mayBeShown } from '../../src/domain/consent.js';
import { reachOf, roles } from '../../src/domain/permission-matrix.js';
import { isAuthor, rights } from '../../src/domain/permissions.js';
import { PublicRecognition } from '../../src/domain/recognition.schema.js';
import { STATUS_COUNTER } from '../../src/domain/status-entry.js';
import { Subject } from '../../src/domain/subject.schema.js';
import { Model } from '../../src/domain/text.schema.js';
import { transitions } from '../../src/domain/workflow.js';
import { writtenParts } from '../../src/domain/written-parts.js';
import { maxFileMegabytes } from '../../src/backend/check-file.js';
import { fileOf, phpOf, type PhpValue } from './php.js';

/** The capability of Moodle that stands for each role. Visitors need none. */
export const capabilities: Readonly<Record<Exclude<Role, 'public'>, string>> = {
  member: 'local/htsd:member',
  officer: 'local/htsd:officer',
  reviewer: 'local/htsd:review',
  signer: 'local/htsd:sign',
  treasurer: 'local/htsd:treasury',
  inspector: 'local/htsd:inspect',
  admin: 'local/htsd:administer',
};

/** How files of evidence begin, byte by byte as letters of Latin-1; `sniff` says the same. */
export const signatures: Readonly<Record<string, string>> = {
  'image/jpeg': String.raw`^\xff\xd8\xff`,
  'image/png': String.raw`^\x89PNG\x0d\x0a\x1a\x0a`,
  'image/webp': String.raw`^RIFF[\x00-\xff]{4}WEBPVP8`,
  'application/pdf': String.raw`^%PDF-`,
};

const kinds = Object.keys(rights) as (keyof typeof rights)[];
const plainKinds = kinds.filter((kind): kind is keyof typeof writtenParts => kind in writtenParts);

/** How far each role reaches with each kind of command that Moodle's database keeps. */
function rightsTable(): PhpValue {
  const rows = plainKinds.map((kind) => {
    const reaches = roles.flatMap((role) => {
      const reach = reachOf(role, kind);
      return reach ? [[role, reach] as const] : [];
    });
    return [kind, Object.fromEntries(reaches)] as const;
  });
  return Object.fromEntries(rows);
}

/** Which counts a state adds to, found by counting. */
function passed(): PhpValue {
  const found = AssessmentState.options.map((state) => {
    const year = { state, criteria: { id: '', version: '' }, registered: false, updatedAt: '' };
    const entry = { model: 'unit', closedAt: undefined, place: { name: '' }, years: { '2026': year } };
    const [tally] = talliesOf(entry as unknown as RegisterEntry);
    const names = Object.entries(tally?.counts ?? {}).flatMap(([name, count]) => (count > 0 ? [name] : []));
    return [state, names.filter((name) => name !== 'subjects')] as const;
  });
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

const keysOf = (schema: { shape: object }): string[] => Object.keys(schema.shape);

/** Each table, with a sentence about it. */
const tables = (): [name: string, about: string, value: PhpValue][] => [
  ['ROLES', 'The capability that stands for each role', capabilities],
  ['RIGHTS', 'How far each role reaches with each kind of command', rightsTable()],
  ['TRANSITIONS', 'From which states a command leads to which', transitions as unknown as PhpValue],
  ['PARTS', 'Which parts of which records a command may write', writtenParts],
  [
    'AUTHORING',
    'Commands that make somebody an author, who cannot judge any more',
    kinds.filter((kind) => isAuthor('a', { owner: '', history: [{ by: 'a', kind }] as never })),
  ],
  [
    'OVER',
    'States in which an assessment holds its year no more',
    AssessmentState.options.filter((one) => !isOpen(one)),
  ],
  ['EDITABLE', 'States in which an author may type', AssessmentState.options.filter(isEditable)],
  [
    'DECIDED',
    'States that count although the subject was closed since',
    AssessmentState.options.filter((state) => counts({ closedAt: '-' }, { state } as never)),
  ],
  ['PASSED', 'Which counts a state adds to', passed()],
  ['COUNTS', 'All counts', keysOf(TallyCounts)],
  [
    'LINE',
    'Fields that a line of the register has of its subject',
    keysOf(RegisterEntry).filter((one) => keysOf(Subject).includes(one) && !['id', 'version'].includes(one)),
  ],
  [
    'PERSONAL_MODELS',
    'Models whose titles are shown with consent only',
    Model.options.filter((model) => !mayBeShown(model, [])),
  ],
  [
    'PUBLIC_TITLE',
    'Fields of a title that anybody may read',
    keysOf(PublicRecognition).filter((one) => one !== 'placeNow' && one !== 'series'),
  ],
  ['COUNTER', 'The record that counts places of the status lists', STATUS_COUNTER],
  ['LARGEST_FILE', 'Bytes of the largest file of evidence', maxFileMegabytes * 1_048_576],
  [
    'SIGNATURES',
    'How files of evidence begin',
    Object.fromEntries(Object.entries(signatures).map(([type, pattern]) => [type, `/${pattern}/s`])),
  ],
];

/** The rules of the domain that the plugin enforces, as PHP: `local_htsd/classes/local/rules.php`. */
export function rulesPhp(): string {
  const constants = tables().map(
    ([name, about, value]) =>
      `    /** @var ${typeof value === 'object' ? 'array' : typeof value === 'number' ? 'int' : 'string'} ${about}. */\n` +
      `    public const ${name} = ${phpOf(value, 1)};\n`,
  );
  return fileOf(
    'Rules of the domain. Made out of it by `npm run build:moodle`; changes belong there.',
    'local_htsd',
    `namespace local_htsd\\local;\n\n` +
      `/**\n * What the domain says of rights and states, as tables.\n */\nclass rules {\n${constants.join('\n')}}\n`,
  );
}
