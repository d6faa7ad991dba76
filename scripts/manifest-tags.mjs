// @ts-check

/**
 * Analyzer plugin: our elements are registered by `define('htsd-…', Class)` in a file of its own, which the analyzer
 * does not know. Names the tag at the class, leaves out what is private, and what is no element.
 */
export function manifestTags() {
  /** @type {Map<string, string>} class name to tag */
  const tags = new Map();
  return {
    name: 'htsd-manifest-tags',
    /** @param {{ ts: typeof import('typescript'), node: import('typescript').Node }} context */
    analyzePhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (tag && element && ts.isStringLiteral(tag)) tags.set(element.getText(), tag.text);
    },
    /** @param {{ customElementsManifest: { modules: Module[] } }} context */
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          const tag = tags.get(declaration.name);
          if (!tag) continue;
          declaration.tagName = tag;
          declaration.customElement = true;
          declaration.members = (declaration.members ?? []).filter(
            ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
          );
          // The analyzer takes the argument of our event classes for a name of an event, and finds none where there is none.
          declaration.events = declaration.events?.filter(({ name }) => String(name).startsWith('htsd-'));
          module.exports?.push({
            kind: 'custom-element-definition',
            name: tag,
            declaration: { name: declaration.name, module: module.path },
          });
        }
      }
      customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
        module.declarations?.some(({ tagName }) => tagName),
      );
    },
  };
}

/**
 * @typedef {object} Item a slot, part, property, event or attribute
 * @property {string} name
 * @property {string} [description]
 * @property {string} [default]
 * @property {{ text: string }} [type]
 *
 * @typedef {Item & { kind: string, privacy?: string, attribute?: string, parameters?: Item[], return?: { type?: { text: string } }, inheritedFrom?: unknown, static?: boolean }} Member
 *
 * @typedef {object} Declaration
 * @property {string} name
 * @property {string} [tagName]
 * @property {boolean} [customElement]
 * @property {string} [summary]
 * @property {string} [description]
 * @property {Member[]} [members]
 * @property {(Item & { fieldName?: string })[]} [attributes]
 * @property {Item[]} [slots]
 * @property {Item[]} [events]
 * @property {Item[]} [cssParts]
 * @property {Item[]} [cssProperties]
 *
 * @typedef {{ path: string, declarations?: Declaration[], exports?: unknown[] }} Module
 */
