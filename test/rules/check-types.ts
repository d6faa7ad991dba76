import ts from 'typescript';
import { root } from './sources.js';

/** Files of the disk that were parsed before: those of the browser's types alone take a second. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * What the compiler says about programs of somebody who uses the package: `file:line message`.
 * @param files their text by name, as if they lay beside package.json
 * @param options beyond a strict program of today
 */
export function complaintsOfTypes(
  files: Readonly<Record<string, string>>,
  options: ts.CompilerOptions = {},
): string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [root + name, text]));
  const all: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    ...options,
  };
  const disk = ts.createCompilerHost(all);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, ...rest) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, ...rest));
      return parsed.get(path);
    },
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([...texts.keys()], all, host)).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic;
    const place = file
      ? `${file.fileName.replace(root, '')}:${file.getLineAndCharacterOfPosition(start).line + 1} `
      : '';
    return place + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
}
