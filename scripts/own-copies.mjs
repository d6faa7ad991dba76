// @ts-check

/**
 * Words and small functions that parts of the form for acts and rarer states share with desks. In one file for both, each would
 * bring it as one more request; a form that was sent in would ask for a seventh.
 */
const shared = [
  'src/i18n/vi/error.ts',
  'src/i18n/vi/reason.ts',
  'src/i18n/format-bytes.ts',
  'src/domain/reviewed.ts',
  'components/base/claim-words.ts',
  'components/base/achievement-words.ts',
];

/**
 * Functions without a memory that a form scores and fills in with, and the rules of commands and desks, too. In one file for
 * both, a page without a form would bring the form with its first act.
 */
const scoring =
  /\/src\/(domain\/(score|score-[\w-]+|summarise-[\w-]+|condition|number|hundredths)|client\/(work|same-json|share-answers|autosave))\.ts(\?form)?$/;
/** Who fills in and scores in a form. */
const fillers = /\/src\/client\/(filling|editing|desk|draft-open)\.ts$/;

/** What is fetched in pieces, or later, in the place of what other builds have at once. @type {Record<string, string>} */
const instead = {
  './filling-here.js': './filling-later.js',
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
        id: /\/(filling-here|drawn-here|around-here|all-summaries|http-backend|load-memory|error|format-bytes|reviewed|claim-words|achievement-words|score[\w-]*|summarise-[\w-]+|condition|number|hundredths|work|same-json|share-answers|autosave|reason)\.js$/,
      },
      async handler(source, importer, options) {
        const at = importer?.replaceAll('\\', '/') ?? '';
        const other = Object.hasOwn(instead, source) ? instead[source] : undefined;
        // What stands there brings the other itself.
        if (other && !at.endsWith(other.replace(/^\.|\.js$/g, '') + '.ts'))
          return this.resolve(other, importer, { ...options, skipSelf: true });
        const fills = fillers.test(at) || (scoring.test(at) && at.endsWith('?form'));
        if (!fills && !at.includes('/components/assessment-form/')) return null;
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        const path = found?.id.replaceAll('\\', '/') ?? '';
        const isOwn = fills ? scoring.test(path) : shared.some((one) => path.endsWith(`/${one}`));
        return isOwn ? `${found?.id}?form` : null;
      },
    },
  };
}
