// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { smallTogether } from './small-chunks.mjs';

/** @typedef {import('rolldown').ChunkingContext} Context */

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

/** What comes with a component, and with everything else that a page starts with, lies in one file for all of them. */
const component = 'components/assessment-form/assessment-form.define.ts';
const session = 'src/client/assessment-session.ts';
const neighbours = [
  'components/provider/provider.define.ts',
  'components/model-badge/model-badge.define.ts',
  'components/badge-check/badge-check.define.ts',
  'src/client/client.ts',
  'src/backend/local/local-adapter.ts',
];

/**
 * What a form fetches after its first show, with its parts for states and acts: one file where all of it is fetched ahead. What
 * others use, too, stays out of it.
 */
const late = {
  from: 'components/assessment-form/parts/more.ts',
  parts: /\/assessment-form\/parts\/(entry|correct|acts)\.ts$/,
  own: /\/components\/assessment-form\/|\/src\/i18n\/(vi\/form-|en\/form-late\.)/,
};
/** @param {Context} context @returns {string[]} */
const lateOf = (context) =>
  [...closure(root + late.from, context, (id) => late.parts.test(id.replaceAll('\\', '/')))].filter((id) =>
    late.own.test(id.replaceAll('\\', '/')),
  );

/**
 * What a form fetches later, whoever it is for, in two files: what registering takes, with looking for what was lost, and what
 * sending takes. And what desks note and list, which a form must not bring.
 * @type {[string, RegExp][]}
 */
const ofClient = [
  [
    'session-offer',
    /\/client\/(session-(offer|register)|change-registration|consents|set-choices|lost-(work|signs)|unread-subject)\.ts$/,
  ],
  ['base', /\/(client\/when-back|domain\/(civil-date|standing))\.ts$/],
  ['figures', /\/(components\/base\/(drawn\.styles|year-columns)|i18n\/vi\/target)\.ts$/],
  ['sending', /\/client\/(sending|delivery|session-submit|merge-work)\.ts$/],
  [
    'desk-work',
    /\/(client\/(notes|assessment-list|read-subjects|patiently|some-at-once|follow-changes)|domain\/most-ids|(components\/base|i18n\/vi)\/problem-words)\.ts$/,
  ],
];

/** What the loader imports whole and uses in part: only the part is its own. */
const barrel = /\/node_modules\/(?!@lit\/context\/.*\/create-context\.js$)/;

/**
 * Modules that come with a module.
 * @param {string} id
 * @param {Context} context
 * @param {(id: string) => boolean} [onDemand] which of those asked for on demand come with it too; none by default
 * @param {Set<string>} [found]
 */
function closure(id, context, onDemand = () => false, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  const info = context.getModuleInfo(id);
  if (!info) throw new Error(`${id} is in no build any more: correct scripts/chunk-groups.mjs.`);
  for (const imported of info.importedIds) closure(imported, context, onDemand, found);
  for (const asked of info.dynamicallyImportedIds)
    if (onDemand(asked)) closure(asked, context, onDemand, found);
  return found;
}

/**
 * Modules that come with several modules.
 * @param {readonly string[]} paths
 * @param {Context} context
 * @param {(id: string) => boolean} [onDemand]
 */
function closureOf(paths, context, onDemand) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const path of paths) closure(root + path, context, onDemand, found);
  return found;
}

/**
 * How a build is cut, decided once, when all of it is known.
 * @param {string} debugName
 * @param {(context: Context) => Map<string, string>} decide groups by the ids of modules
 * @param {(id: string) => string | null} [others] the group of a module for which nothing was decided; default: none
 */
function splitting(debugName, decide, others = () => null) {
  /** @type {Map<string, string> | undefined} */
  let groups;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName,
        /** @param {string} id @param {Context} context */
        name: (id, context) => {
          groups ??= decide(context);
          return groups.get(id) ?? others(id);
        },
      },
    ],
  };
}

/**
 * Groups of the loader's build: a form comes in three files (loader, base, first show) instead of twenty, which
 * compress better together and wait less.
 * @param {string} entry source of the loader
 * @param {readonly string[]} later beginnings of sources that a page asks for after its first show, if at all
 */
export function chunkGroups(entry, later) {
  /** @param {Context} context @returns {Map<string, string>} */
  const decide = (context) => {
    const soon = (/** @type {string} */ id) => {
      const path = id.replaceAll('\\', '/').replace(root, '');
      return !later.some((beginning) => path.startsWith(beginning));
    };
    const loader = [...closure(root + entry, context)].filter((id) => !barrel.test(id.replaceAll('\\', '/')));
    // A session is the form's alone: what it shares with others they fetch with their client.
    const form = closure(root + component, context, undefined, new Set([root + session]));
    const shared = new Set(neighbours.flatMap((path) => [...closure(root + path, context)]));
    const first = closure(root + entry, context, soon);
    const placed = new Map([
      ...lateOf(context).map(inGroup('more')),
      ...[...first, ...form].map(inGroup('first-show')),
      ...[...form].filter((id) => shared.has(id)).map(inGroup('base')),
      ...loader.map(inGroup('loader')),
    ]);
    /** @param {string} id */
    const placeOf = (id) =>
      ofClient.find(([, sources]) => sources.test(id.replaceAll('\\', '/')))?.[0] ?? placed.get(id);
    return smallTogether([root + entry], context, { small: 20_000, alongside: 6_000 }, placeOf);
  };
  return splitting('first show', decide);
}

/**
 * Groups of a build with many entries, none of which waits for dozens of files.
 * @param {readonly string[]} entries their sources
 */
export function fewFiles(entries) {
  const ids = entries.map((entry) => root + entry);
  return splitting('few files', (context) =>
    smallTogether(ids, context, { small: 30_000, alongside: 40_000, apart: true }),
  );
}

/** What a page of Moodle reads from: its back end, and the answers that it puts together itself. */
const moodleReading = [
  'embed/page-client.ts',
  'src/client/client.ts',
  'src/client/outbox/queued-later.ts',
  'src/backend/moodle/adapter.ts',
  'src/backend/moodle/ajax.ts',
  'src/backend/late-answers.ts',
  'src/backend/area-answers.ts',
  'src/presets/catalog.ts',
  'src/presets/references.ts',
];
/** What comes with the first act of a person: the queue, the rules, the schemas. */
const moodleActing = [
  'src/client/outbox/with-outbox.ts',
  'src/client/outbox/unsent-file.ts',
  'src/backend/moodle/deciding.ts',
  'src/backend/moodle/moodle-files.ts',
  'src/backend/moodle/record-schemas.ts',
  'src/client/border.ts',
  'src/client/sending.ts',
  'src/client/evidence.ts',
  'src/client/waiting-files.ts',
  'src/domain/query.schema.ts',
  'src/domain/area/area-query.schema.ts',
  // Fetched ahead by the queue: beside it they bring nothing of the desk that decides by them, too.
  'src/domain/decide/consent.ts',
  'src/domain/decide/review.ts',
];
/** English words of what stands on most pages of a course. */
const commonEnglish = /\/src\/i18n\/en\/(target|form|badge|reason|error)/;
/** What stands on most pages of a course; the others are desks of those who work on what people enter. */
const common = new Set(['target-gauge', 'model-badge', 'assessment-form']);
/** Small enough to be worth no request of its own. */
const inBase = new Set(['model-badge']);
/** Parts that a component's first show asks for on demand, by component. @type {Record<string, RegExp>} */
const soon = {
  'target-gauge': /\/(components\/target-gauge\/late\/late\.ts|src\/client\/target\/[\w-]+\.ts)$/,
  'assessment-form': /\/parts\/more\.ts$/,
};
/**
 * Parts that come with a state or an act, each in a file of its own, and what is there before them: with no state of a form
 * come more than two.
 * @type {Record<string, { of: string[], after: string[] }>}
 */
const parts = {
  'form-fill': {
    of: ['src/client/filling.ts', 'components/assessment-form/parts/drawn-whole.ts'],
    after: ['assessment-form'],
  },
  'form-entry': {
    of: ['components/assessment-form/parts/entry.ts', 'src/client/session-offer.ts'],
    after: ['assessment-form'],
  },
  'form-correct': {
    of: ['components/assessment-form/parts/correct.ts'],
    after: ['assessment-form', 'form-entry'],
  },
  'form-acts': { of: ['components/assessment-form/parts/acts.ts'], after: ['assessment-form'] },
  server: {
    of: [
      'embed/http-backend.ts',
      'embed/moodle-tokens.ts',
      'src/backend/http/server-adapter.ts',
      'src/backend/http/token-source.ts',
      'src/client/plain/reading.ts',
    ],
    after: [],
  },
  'fund-shown': {
    of: [
      'components/fund-tracker/parts/public/public-view.ts',
      'src/backend/fund-answers.ts',
      'src/domain/fund/fund-query.schema.ts',
    ],
    after: ['fund-tracker'],
  },
};

/**
 * Groups of the build for Moodle, whose hosts mostly answer one request at a time: the loader, what components share with the
 * back end as far as it is read, one file for each component, one for what the first act of a person needs.
 * @param {string} entry source of the loader
 * @param {readonly string[]} components by their folders
 */
export function moodleGroups(entry, components) {
  /** @param {Context} context @returns {Map<string, string>} */
  const decide = (context) => {
    const loader = [...closure(root + entry, context)].filter((id) => !barrel.test(id.replaceAll('\\', '/')));
    const own = [...components, ...Object.keys(parts)].map((name) => {
      const paths = parts[name]?.of ?? [`components/${name}/${name}.define.ts`];
      const isSoon = (/** @type {string} */ id) => soon[name]?.test(id.replaceAll('\\', '/')) ?? false;
      return { name, parts: closureOf(paths, context, isSoon) };
    });
    const reading = closureOf(moodleReading, context);
    const acting = closureOf(moodleActing, context);
    /** @type {Map<string, string[]>} */
    const users = new Map();
    for (const { name, parts } of own)
      for (const id of parts) users.set(id, [...(users.get(id) ?? []), name]);
    /** @param {string} id @param {string[]} all */
    const placeOf = (id, all) => {
      // What a part finds there it does not bring.
      const names = all.filter((name) => !(parts[name]?.after ?? []).some((first) => all.includes(first)));
      const alone = names.length < 2 && !acting.has(id) ? names[0] : undefined;
      if (alone) return inBase.has(alone) ? 'base' : alone;
      if (names.some((name) => common.has(name))) return 'base';
      const ofForm = names.filter((name) => name.startsWith('form-'));
      // The form itself is there before its parts.
      if (ofForm.length > 1 && ofForm.length === names.length && !acting.has(id)) return 'assessment-form';
      // Nothing starts by itself there: desks may bring it, and the queue, too.
      if (ofForm.length === 1 && names.includes('form-fill')) return 'form-fill';
      // Whoever corrects a registration has acted, and before a server stands a queue.
      if (acting.has(id) && names.every((name) => name === 'form-correct' || name === 'server'))
        return 'acting';
      // A desk must bring neither the queue nor the form, and neither of these a desk.
      if (ofForm.length > 0) return 'base';
      return acting.has(id) ? 'rules' : 'desks';
    };
    return new Map([
      ...[...acting].map(inGroup('acting')),
      ...[...users].map(
        ([id, names]) => /** @type {[string, string]} */ ([id, placeOf(id, names) ?? 'base']),
      ),
      ...[...reading].map(inGroup('base')),
      ...loader.map(inGroup('loader')),
      // Asked by desks, which have the rules, and by nobody on most pages.
      [root + 'src/backend/title-answers.ts', 'rules'],
      // Of desks alone: each file of its own would be one more name in what a page with a fund brings.
      [root + 'components/base/fields.ts', 'desks'],
      [root + 'components/base/problem-words.ts', 'desks'],
      [root + 'src/i18n/vi/problem-words.ts', 'desks'],
    ]);
  };
  return splitting('moodle', decide, (id) => (commonEnglish.test(id.replaceAll('\\', '/')) ? 'en' : null));
}

/** What an entry's file asks for later comes in few files: each name of a file takes room in the first one. */
const laterFiles = /** @type {const} */ ([
  ['later', /\/src\/(backend|client|domain)\/|\/node_modules\/(zod|@lit)\//],
  ['sets', /\/src\/presets\/(bases|frameworks\/)/],
]);

/**
 * Views of an entry that are asked for later: what all of them need and nothing else does comes in one file, which
 * compresses better than ten.
 */
const views = {
  'embed/entries/fund-tracker.ts': {
    of: [
      'components/fund-tracker/parts/public/public-view.ts',
      'components/fund-tracker/parts/treasurer/treasurer-view.ts',
    ],
    beside: ['src/client/client.ts', 'src/backend/local/local-adapter.ts', 'src/backend/fund-answers.ts'],
  },
};

/**
 * @param {{ of: readonly string[], beside: readonly string[] }} views
 * @param {Context} context
 * @returns {Set<string>} what every one of them comes with, and nothing beside them
 */
function sharedBy({ of, beside }, context) {
  const [some, ...rest] = of.map((path) => closure(root + path, context));
  const others = beside.map((path) => closure(root + path, context));
  return new Set(
    [...(some ?? [])].filter((id) => rest.every((one) => one.has(id)) && !others.some((one) => one.has(id))),
  );
}

/**
 * Puts an entry and all that it names into its one file, also what parts that come later share with it.
 * @param {string} entry source of the entry
 */
export function oneFile(entry) {
  /** @type {Set<string> | undefined} */
  let first;
  /** @type {Set<string> | undefined} */
  let shared;
  /** @type {Set<string> | undefined} */
  let after;
  const mine = Object.entries(views).find(([name]) => name === entry)?.[1];
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'one file',
        /** @param {string} id @param {Context} context */
        name: (id, context) => {
          first ??= closure(root + entry, context);
          // What the bundler adds to tie the pieces together comes along: a file of its own would be one more wait.
          if (first.has(id) || id.includes('rolldown/runtime')) return 'first';
          shared ??= mine ? sharedBy(mine, context) : new Set();
          if (shared.has(id)) return 'shared';
          after ??= new Set(first.has(root + component) ? lateOf(context) : []);
          if (after.has(id)) return 'more';
          // An entry that asks for its back end later, too, must not wait for all the rest with it.
          if (!first.has(`${root}src/client/client.ts`)) return null;
          return laterFiles.find(([, sources]) => sources.test(id))?.[0] ?? null;
        },
      },
    ],
  };
}

/**
 * @param {string} name
 * @returns {(id: string) => [string, string]}
 */
function inGroup(name) {
  return (id) => [id, name];
}

/** Beginnings of sources that the budget of the form's first show leaves out. @returns {string[]} */
export function laterThanFirstShow() {
  /** @type {{ firstShow?: boolean, without: string[] }[]} */
  const budgets = JSON.parse(readFileSync(`${root}.size-limit.json`, 'utf8'));
  const budget = budgets.find(({ firstShow }) => firstShow);
  if (!budget) throw new Error('.size-limit.json says of no budget that it is the first show.');
  return budget.without;
}
