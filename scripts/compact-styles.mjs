// @ts-check
import ts from 'typescript';

/**
 * Takes comments and needless white space out of a style sheet or a piece of one. Strings stay as they are.
 * @param {string} source
 * @returns {string}
 */
export function compactCss(source) {
  const strings = /("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')/;
  return source
    .replace(new RegExp(`${strings.source}|/\\*[^]*?\\*/`, 'g'), (_, string) => string ?? ' ')
    .split(strings)
    .map((part, index) => {
      if (index % 2) return part;
      // Only where a space never carries meaning: ` :hover` and ` + ` in calc() keep theirs.
      return part
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};]) ?/g, '$1')
        .replace(/([:,]) /g, '$1')
        .replace(/;}/g, '}');
    })
    .join('');
}

/**
 * Makes one space of every line break and the white space around it, as browsers do when they show it. None of our
 * templates holds an element that keeps white space.
 * @param {string} source
 * @returns {string}
 */
export const compactHtml = (source) => source.replace(/\s*\n\s*/g, ' ');

/** @type {Record<string, (source: string) => string>} */
const languages = { css: compactCss, html: compactHtml };

/** @param {string} text */
const lineBreaks = (text) => text.split('\n').length - 1;

/**
 * Vite plugin: compacts the style sheets and templates written as css`…` and html`…` in our own sources.
 * @returns {import('vite').Plugin}
 */
export function compactStyles() {
  return {
    name: 'htsd-compact-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /\/(components|src|embed)\/.*\.ts$/, code: /\b(css|html)`/ },
      handler(code, id) {
        const file = ts.createSourceFile(id, code, ts.ScriptTarget.Latest);
        let result = '';
        let done = 0;
        /**
         * @param {(source: string) => string} language
         * @param {ts.TemplateLiteralLikeNode} part
         * @param {number} closing length of the closing sign
         */
        const compact = (language, part, closing) => {
          const start = part.getStart(file) + 1;
          const end = part.getEnd() - closing;
          const text = code.slice(start, end);
          const compacted = language(text);
          // The line breaks taken out come after the closing sign, so that source maps stay true to the line.
          const breaks = lineBreaks(text) - lineBreaks(compacted);
          result +=
            code.slice(done, start) + compacted + code.slice(end, part.getEnd()) + '\n'.repeat(breaks);
          done = part.getEnd();
        };
        /** @param {ts.Node} node */
        const visit = (node) => {
          const language = ts.isTaggedTemplateExpression(node) && languages[node.tag.getText(file)];
          if (language) {
            const { template } = node;
            if (ts.isNoSubstitutionTemplateLiteral(template)) compact(language, template, 1);
            else {
              compact(language, template.head, 2);
              for (const { expression, literal } of template.templateSpans) {
                visit(expression);
                compact(language, literal, ts.isTemplateTail(literal) ? 1 : 2);
              }
            }
            return;
          }
          ts.forEachChild(node, visit);
        };
        visit(file);
        return { code: result + code.slice(done), map: null };
      },
    },
  };
}
