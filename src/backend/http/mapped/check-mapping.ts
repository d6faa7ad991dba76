import { isAreaQuery } from '../../../domain/area/area-kind.js';
import { coreQueries } from '../../../domain/query.schema.js';
import { faultWords, type Fault } from '../../fault-words.js';
import { isMeaning } from './read-answer.js';
import { faultOfTimes } from './styles.js';
import { MappingSchema, type Call, type Field, type Mapping, type Shape } from './mapping.schema.js';

/** Something that a mapping says and that cannot be: where (`queries/subjects.list/item`), and what. */
export type MappingFault = Fault;

/** Everything that is wrong with a mapping, all of it at once; nothing where it can be used. */
export function checkMapping(given: unknown): MappingFault[] {
  const parsed = MappingSchema.safeParse(given);
  if (!parsed.success) return faultWords(parsed.error, given);
  return [...faultsOf(parsed.data)];
}

function* faultsOf(mapping: Mapping): Generator<MappingFault> {
  const shapes = mapping.shapes ?? {};
  for (const [kind, style] of [
    ['date', mapping.styles?.date],
    ['instant', mapping.styles?.instant],
  ] as const) {
    const says = style === undefined ? undefined : faultOfTimes(kind, style);
    if (says !== undefined) yield { path: `styles/${kind}`, says };
  }
  for (const [name, shape] of Object.entries(shapes)) yield* shapeFaults(`shapes/${name}`, shape, shapes);
  yield* callFaults('session', mapping.session, shapes);
  yield* useFaults('session/shape', mapping.session.shape, shapes);
  for (const [name, read] of Object.entries(mapping.queries)) {
    const path = `queries/${name}`;
    if (!isQuery(name)) yield { path, says: 'There is no such query.' };
    yield* callFaults(path, read, shapes);
    yield* useFaults(`${path}/item`, read.item, shapes);
  }
  for (const [kind, write] of Object.entries(mapping.commands)) {
    const path = `commands/${kind}`;
    if (kind !== '*' && !/^[a-z]+(\.[a-z-]+)+$/.test(kind))
      yield { path, says: 'There is no such kind of command.' };
    yield* callFaults(path, write, shapes);
    for (const part of ['records', 'current'] as const)
      if (write[part]) yield* useFaults(`${path}/${part}/shape`, write[part].shape, shapes);
    if (write.method === 'GET')
      yield { path: `${path}/method`, says: 'A change must not be asked for with GET.' };
    if (kind !== '*' && !write.current && !Object.hasOwn(mapping.queries, `${write.about}.get`))
      yield {
        path: `${path}/about`,
        says: `A conflict must bring the record: give "current", or the query "${write.about}.get".`,
      };
  }
  if (mapping.files) {
    yield* callFaults('files/put', mapping.files.put, shapes);
    yield* useFaults('files/put/shape', mapping.files.put.shape, shapes);
    yield* callFaults('files/get', mapping.files.get, shapes);
    if (!mapping.files.get.path.includes('{sha256}'))
      yield { path: 'files/get/path', says: 'It must hold {sha256}, the name of the file.' };
  }
  for (const [code, meaning] of Object.entries(mapping.codes ?? {}))
    if (!isMeaning(meaning)) yield { path: `codes/${code}`, says: `"${meaning}" is no code of the port.` };
}

/** Those of funds are known by how they begin, so that their schemas need not be here. */
const isQuery = (name: string): boolean =>
  Object.hasOwn(coreQueries, name) ||
  isAreaQuery(name) ||
  /^(fund|funds|rounds|awards|public)\.[a-z.-]+$/.test(name);

function* callFaults(path: string, call: Call, shapes: Record<string, Shape>): Generator<MappingFault> {
  for (const part of ['search', 'body'] as const)
    if (call[part] !== undefined) yield* useFaults(`${path}/${part}`, call[part], shapes);
  if (call.method === 'GET' && call.body !== undefined)
    yield { path: `${path}/body`, says: 'A GET carries no body: use "search".' };
  if (/(^|\/)\.{1,2}(\/|$)/.test(call.path.split('?')[0]!))
    yield { path: `${path}/path`, says: 'It must not lead upwards.' };
}

function* useFaults(
  path: string,
  shape: string | Shape,
  shapes: Record<string, Shape>,
): Generator<MappingFault> {
  if (typeof shape !== 'string') yield* shapeFaults(path, shape, shapes);
  else if (!Object.hasOwn(shapes, shape)) yield { path, says: `There is no shape "${shape}".` };
}

function* shapeFaults(path: string, shape: Shape, shapes: Record<string, Shape>): Generator<MappingFault> {
  for (const [ours, field] of Object.entries(shape)) {
    if (typeof field === 'string') continue;
    for (const says of fieldFaults(field, shapes)) yield { path: `${path}/${ours}`, says };
  }
}

function* fieldFaults(field: Exclude<Field, string>, shapes: Record<string, Shape>): Generator<string> {
  if (field.shape !== undefined && !Object.hasOwn(shapes, field.shape))
    yield `There is no shape "${field.shape}".`;
  if (field.shape !== undefined && (field.as || field.values))
    yield 'A shape needs neither "as" nor "values".';
  if (!field.many && (field.by !== undefined || field.split !== undefined))
    yield '"by" and "split" are for fields with "many": true.';
  if (field.gone && field.by === undefined) yield '"gone" is for fields with "by".';
  if (
    field.values &&
    new Set(Object.values(field.values).map(String)).size < Object.keys(field.values).length
  )
    yield 'Two of our words must not be the same word of theirs.';
}
