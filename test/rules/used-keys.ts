import ts from 'typescript';
import type { Source } from './sources.js';

/** A key that some source asks the dictionaries for; a computed part of it is a wildcard. */
export interface UsedKey {
  pattern: RegExp;
  where: string;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys that an expression can stand for, as sources of regular expressions; empty where nobody can tell. */
function readKeys(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [escape(node.text)];
  if (ts.isParenthesizedExpression(node)) return readKeys(node.expression);
  if (ts.isConditionalExpression(node)) return [...readKeys(node.whenTrue), ...readKeys(node.whenFalse)];
  if (ts.isTemplateExpression(node)) {
    return [
      node.templateSpans.reduce(
        (key, span) => `${key}.+${escape(span.literal.text)}`,
        escape(node.head.text),
      ),
    ];
  }
  return [];
}

/** Every key given to a function named `t`, with the place where it is. */
export function readUsedKeys({ path, text }: Source): UsedKey[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: UsedKey[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: called } = node;
      const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
      if (name === 't') {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        for (const key of readKeys(node.arguments[0])) {
          found.push({ pattern: new RegExp(`^${key}$`), where: `${path}:${line + 1} ${key}` });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
