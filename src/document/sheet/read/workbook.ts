import { isDateFormat } from './number-format.js';
import { SheetFault } from './sheet-file.types.js';
import { textOf } from './tidy.js';
import type { Meter } from './unpack-part.js';
import { readXml } from './xml-stream.js';
import type { ZipEntry } from './zip-directory.js';

type Directory = ReadonlyMap<string, ZipEntry>;
type Reading<T> = Generator<number, T, undefined>;

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  part: ZipEntry;
}

/** What a workbook says before its cells are read. */
export interface Workbook {
  sheets: WorkbookSheet[];
  from1904: boolean;
  strings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

/** Finds the parts of a workbook by its relationships. Throws a `SheetFault` for what is another kind of file. */
export function* readWorkbook(directory: Directory, meter: Meter): Reading<Workbook> {
  const main = [...(yield* relationsOf('', directory, meter)).values()].find(({ type }) =>
    type.endsWith('/officedocument'),
  );
  const part = main && directory.get(main.target);
  if (!part) throw notAWorkbook(directory);
  if (part.name.endsWith('.bin')) throw new SheetFault('binary-excel');
  const relations = yield* relationsOf(part.name, directory, meter);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  let root = '';
  yield* readXml(part, meter, {
    open(name, attribute) {
      root ||= name;
      if (name === 'workbookPr') from1904 = isOn(attribute('date1904'));
      if (name === 'sheet')
        listed.push({
          name: attribute('name') ?? '',
          hidden: (attribute('state') ?? 'visible') !== 'visible',
          id: attribute('id', true) ?? '',
        });
    },
  });
  if (root !== 'workbook') throw new SheetFault('not-a-sheet');
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id);
    // Charts and old macros have tabs too.
    if (!relation?.type.endsWith('/worksheet')) return [];
    const found = directory.get(relation.target);
    if (!found) throw new SheetFault('damaged');
    return [{ name, hidden, part: found }];
  });
  const partOf = (type: string): ZipEntry | undefined => {
    const relation = [...relations.values()].find((one) => one.type.endsWith(type));
    return relation && directory.get(relation.target);
  };
  return { sheets, from1904, strings: partOf('/sharedstrings'), styles: partOf('/styles') };
}

/** The texts that cells refer to by number, without the reading aids of East Asian scripts. */
export function* readStrings(part: ZipEntry | undefined, meter: Meter): Reading<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let size = 0;
  let text = '';
  let inText = false;
  let aid = false;
  yield* readXml(part, meter, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') aid = true;
      inText = name === 't' && !aid;
    },
    text(more) {
      if (!inText) return;
      text += more;
      size += more.length;
      if (size > meter.limits.kept) throw new SheetFault('bomb');
    },
    close(name) {
      inText = false;
      if (name === 'rPh') aid = false;
      if (name === 'si') strings.push(textOf(text));
    },
  });
  return strings;
}

/** Of each style of cells, whether its numbers are dates. */
export function* readDateStyles(part: ZipEntry | undefined, meter: Meter): Reading<boolean[]> {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  if (!part) return styles;
  let inStyles = false;
  yield* readXml(part, meter, {
    open(name, attribute) {
      if (name === 'numFmt') formats.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name === 'cellXfs') inStyles = true;
      if (name !== 'xf' || !inStyles) return;
      const id = attribute('numFmtId') ?? '0';
      styles.push(isDateFormat(Number(id), formats.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  return styles;
}

/** XML writes true in two ways. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Where a part refers to, by the ids that it uses; types and places in lower case, as the directory has its names. */
function* relationsOf(
  name: string,
  directory: Directory,
  meter: Meter,
): Reading<Map<string, { type: string; target: string }>> {
  const slash = name.lastIndexOf('/') + 1;
  const folder = name.slice(0, slash);
  const part = directory.get(`${folder}_rels/${name.slice(slash)}.rels`);
  const relations = new Map<string, { type: string; target: string }>();
  if (!part) return relations;
  yield* readXml(part, meter, {
    open(tag, attribute) {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = place(folder, (attribute('Target') ?? '').toLowerCase());
      relations.set(attribute('Id') ?? '', { type: (attribute('Type') ?? '').toLowerCase(), target });
    },
  });
  return relations;
}

/** A place as seen from a folder: `worksheets/a.xml`, `../a.xml` or, from the top, `/xl/a.xml`. */
function place(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** An archive without a workbook: of another program, or of nothing at all. */
function notAWorkbook(directory: Directory): SheetFault {
  if (directory.has('xl/workbook.bin')) return new SheetFault('binary-excel');
  if (directory.has('content.xml') && directory.has('mimetype')) return new SheetFault('open-document');
  return new SheetFault(directory.has('xl/workbook.xml') ? 'damaged' : 'not-a-sheet');
}
