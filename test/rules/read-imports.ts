import ts from 'typescript';

/** How a module is asked for: `type` leaves no trace in the program, `dynamic` is fetched on demand. */
export type ImportKind = 'static' | 'dynamic' | 'type';

export interface Import {
  specifier: string;
  kind: ImportKind;
}

/**
 * Every import of a source: declarations, re-exports, `import()` as a call and as a type. Throws where the module is
 * computed, unless that is allowed, because then nobody can tell what it asks for.
 */
export function readImports(path: string, text: string, computedToo = false): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, kind: ImportKind): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, kind });
    else if (node && !computedToo)
      throw new Error(`${path}: an import whose module is not written out: ${node.getText()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node) ? 'type' : 'static');
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static');
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'dynamic');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  // The compiler's own quick reader must have seen nothing that we did not.
  const seen = new Set(found.map(({ specifier }) => specifier));
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (!seen.has(fileName)) found.push({ specifier: fileName, kind: 'static' });
  }
  return found;
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  return importClause.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
