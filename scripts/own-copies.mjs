// @ts-check

/**
 * Words and small functions that the form shares with desks. In one file for both, each would bring it as one more request, and a
 * form that was sent in would ask for a seventh; in everybody's file it would come where there is neither.
 */
const shared = [
  'src/i18n/vi/form.ts',
  'src/i18n/vi/form-state.ts',
  'src/i18n/en/form-state.ts',
  'src/domain/consent.ts',
  'src/client/consents.ts',
  'src/i18n/vi/error.ts',
  'src/i18n/vi/reason.ts',
  'src/i18n/format-bytes.ts',
  'src/domain/reviewed.ts',
  'components/base/claim-words.ts',
  'components/base/achievement-words.ts',
];

/**
 * Functions without a memory that a form scores, fills in and keeps its drafts with, and the rules of commands and desks, too. In
 * one file for both, a page without a form would bring the form with its first act. (The drafts themselves are one for both: a
 * client holds them.)
 */
const scoring =
  /(\/src\/(domain\/(score|score-[\w-]+|summarise-[\w-]+|condition|number|hundredths|seal)|client\/(work|same-json|share-answers|autosave|drafts-made|draft-store|draft-db|database))\.ts|\/node_modules\/idb\/build\/index\.js)(\?form)?$/;
/** Who fills in and scores in a form. */
const fillers = /\/src\/client\/(filling|editing|desk|draft-open|lost-work)\.ts$/;

/** What is fetched in pieces, or later, in the place of what other builds have at once. @type {Record<string, string>} */
const instead = {
  './filling-here.js': './filling-later.js',
  './drafts-here.js': './drafts-later.js',
  './titles-here.js': './titles-later.js',
  './drafts-of.js': './drafts-made.js',
  '../drafts-of.js': '../drafts-made.js',
  './all-summaries.js': './model-summaries.js',
  './parts/drawn-here.js': './parts/drawn-later.js',
  './parts/around-here.js': './parts/around-later.js',
  './http-backend.js': './others-later.js',
  './load-memory.js': './others-later.js',
};

/**
 * Vite plugin for hosts that answer one request at a time: the form has its own copies of modules that are constants or pure
 * functions, and what fills it in, or is there to choose from, comes where it is asked for.
 * @returns {import('vite').Plugin}
 */
export function ownCopies() {
  return {
    name: 'htsd-own-copies',
    enforce: 'pre',
    resolveId: {
      filter: {
        id: /^idb$|\/(filling-here|drafts-here|drafts-of|titles-here|drawn-here|around-here|all-summaries|http-backend|load-memory|error|format-bytes|reviewed|claim-words|achievement-words|score[\w-]*|summarise-[\w-]+|condition|number|hundredths|work|same-json|share-answers|autosave|reason|form|form-state|consents?|seal|draft-store|draft-db|database)\.js$/,
      },
      async handler(source, importer, options) {
        const at = importer?.replaceAll('\\', '/') ?? '';
        const named = Object.hasOwn(instead, source) ? instead[source] : undefined;
        // What stands there brings the other itself.
        const other = named && !at.endsWith(named.replace(/^[./]*|\.js$/g, '') + '.ts') ? named : undefined;
        const fills = fillers.test(at) || (scoring.test(at) && at.endsWith('?form'));
        const ofForm =
          at.includes('/components/assessment-form/') || shared.some((one) => at.endsWith(`/${one}?form`));
        if (!other && !fills && !ofForm) return null;
        const found = await this.resolve(other ?? source, importer, { ...options, skipSelf: true });
        const path = found?.id.replaceAll('\\', '/') ?? '';
        const isOwn = fills ? scoring.test(path) : ofForm && shared.some((one) => path.endsWith(`/${one}`));
        if (isOwn) return `${found?.id}?form`;
        return other ? found : null;
      },
    },
  };
}
