import { describe, expect, it } from 'vitest';
import { uuidv7 } from '../../../domain/new-id.js';
import type { Command } from '../../../domain/command.schema.js';
import { checkMapping } from './check-mapping.js';
import { createMappedAdapter } from './mapped-adapter.js';
import type { Mapping } from './mapping.schema.js';
import { at, withAt } from './paths.js';
import { createShaper } from './shapes.js';
import { valueStyles } from './styles.js';

const plain: Mapping = {
  format: 1,
  session: { path: '/me', shape: { tenant: 'tenant' } },
  queries: {},
  commands: {},
};

/** A back end that answers what it is told to, and what it was asked. */
function asked(mapping: Partial<Mapping>, ...answers: (object | Response)[]) {
  const seen: { url: string; init: RequestInit }[] = [];
  const backend = createMappedAdapter({
    baseUrl: 'https://api.example.vn/v2/',
    token: () => 'secret-token',
    mapping: { ...plain, ...mapping },
    fetch: async (input, init = {}) => {
      seen.push({ url: input instanceof Request ? input.url : input.toString(), init });
      const answer = answers.shift();
      return answer instanceof Response ? answer : Response.json(answer ?? {});
    },
  });
  return { backend, seen };
}

const send = (kind: string, payload: object, expected = 1): Command =>
  ({ id: uuidv7(0, new Uint8Array(16)), kind, record: 'r-1', expected, payload }) as Command;

describe('values in their words', () => {
  it.each([
    ['date', { date: 'dd/MM/yyyy' }, '31/12/2026', '2026-12-31'],
    ['date', {}, '2026-12-31', '2026-12-31'],
    ['date', { date: 'unix' }, 1_798_675_200, '2026-12-31'],
    // Midnight in Hà Nội is still the day before in London.
    ['date', { date: 'unix', zone: '+07:00' }, 1_798_650_000, '2026-12-31'],
    ['instant', { instant: 'unix', zone: '+07:00' }, 1_798_650_000, '2026-12-30T17:00:00.000Z'],
    [
      'instant',
      { instant: 'dd/MM/yyyy HH:mm', zone: '+07:00' },
      '01/01/2027 06:30',
      '2026-12-31T23:30:00.000Z',
    ],
    ['instant', { instant: 'yyyyMMddHHmmssSSS' }, '20261231233000123', '2026-12-31T23:30:00.123Z'],
    ['instant', { instant: 'unix-ms' }, 1_798_759_800_123, '2026-12-31T23:30:00.123Z'],
    ['number', { decimal: ',', group: '.' }, '-1.234.567,5', -1_234_567.5],
    ['number', {}, 12.5, 12.5],
    ['boolean', { yes: 'C', no: 'K' }, 'C', true],
    ['boolean', { yes: 1, no: 0 }, 0, false],
    ['json', {}, '{"a":[1]}', { a: [1] }],
  ] as const)('%s with %j: %j is %j, and back', (kind, styles, theirs, ours) => {
    const style = valueStyles(styles)[kind];
    expect(style.read(theirs)).toEqual(ours);
    expect(style.write(ours)).toEqual(theirs);
  });

  it.each([
    ['date', { date: 'dd/MM/yyyy' }, '30/02/2026'],
    ['date', { date: 'dd/MM/yyyy' }, '12/31/2026'],
    ['date', { date: 'dd/MM/yyyy' }, '1/2/2026'],
    ['instant', { zone: '+07:00' }, 'yesterday'],
    ['instant', { instant: 'unix' }, ' '],
    ['date', { date: 'unix' }, true],
    ['number', { decimal: ',' }, '1.5,5'],
    ['number', {}, ''],
    ['boolean', { yes: 'C', no: 'K' }, 'Y'],
    ['json', {}, '{'],
  ] as const)('%s with %j: %j cannot be read', (kind, styles, theirs) => {
    expect(valueStyles(styles)[kind].read(theirs)).toBeUndefined();
  });

  it.each(['2026-12-31T00:00:00', '2026-12-31T00:00:00+07:00', '2026-12-30T17:00:00Z', '2026-12-31'])(
    'reads a day that is written as its beginning, %s',
    (theirs) => {
      expect(valueStyles({ date: 'iso', zone: '+07:00' }).date.read(theirs)).toBe('2026-12-31');
    },
  );

  it('reads an instant with a zone of its own by that zone, one without by their clock', () => {
    const style = valueStyles({ zone: '+07:00' }).instant;
    expect(style.read('2027-01-01T06:30:00+07:00')).toBe('2026-12-31T23:30:00.000Z');
    expect(style.read('2027-01-01 06:30:00')).toBe('2026-12-31T23:30:00.000Z');
  });
});

describe('paths and shapes', () => {
  it('never take what an object inherits, and never write to what others inherit', () => {
    expect(at({}, 'constructor/name')).toBeUndefined();
    expect(at(JSON.parse('{"__proto__":{"a":1}}'), 'a')).toBeUndefined();
    withAt({}, '__proto__/polluted', 'yes');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('say which field of an answer cannot be read', () => {
    const shaper = createShaper({ ...plain, styles: { date: 'dd/MM/yyyy' } });
    expect(() => shaper.read({ day: { at: 'NGAY', as: 'date' } }, { NGAY: '32/01/2026' })).toThrow(
      expect.objectContaining({ code: 'server', params: { reason: 'malformed', field: 'day' } }),
    );
  });

  it('carry over the fields that nobody maps where the shape says so', () => {
    const shaper = createShaper(plain);
    const shape = { id: 'MA', '*': '' };
    expect(shaper.read(shape, { MA: '1', note: 'x' })).toMatchObject({ id: '1', note: 'x' });
    expect(shaper.write(shape, { id: '1', note: 'x' })).toMatchObject({ MA: '1', note: 'x' });
  });
});

describe('a question', () => {
  const list = { path: '/u', items: 'rows', item: { id: 'id' } } as const;

  it('lets no value end the quotation that it stands in', async () => {
    const { backend, seen } = asked({
      queries: {
        'assessments.list': {
          ...{ ...list, filter: { name: '$filter', terms: { subject: "SubjectId eq '{value}'" } } },
        },
      },
    });
    await backend.query('subjects.list', {}).catch(() => undefined);
    const bad = backend.query('assessments.list', { subject: "x' or 'a' eq 'a" });
    await expect(bad).rejects.toMatchObject({ code: 'invalid' });
    await backend.query('criteria.list', {}).catch(() => undefined);
    expect(seen).toEqual([]);
    const free = asked(
      {
        queries: { 'criteria.get': { ...list, filter: { name: 'f', terms: { version: "V eq '{value}'" } } } },
      },
      { rows: [{ id: '1' }] },
    );
    await free.backend.query('criteria.get', { id: 'a', version: "1' or '1" });
    expect(new URL(free.seen[0]!.url).searchParams.get('f')).toBe("V eq '1'' or ''1'");
  });

  it('follows a link to the next page, but not with the token to another place', async () => {
    const paging = { style: 'link', next: '@odata.nextLink', size: '$top' } as const;
    const { backend, seen } = asked(
      { queries: { 'subjects.list': { ...list, paging } } },
      { rows: [{ id: '1' }], '@odata.nextLink': 'https://api.example.vn/v2/u?$skip=1' },
      { rows: [{ id: '2' }], '@odata.nextLink': 'https://evil.example/v2/u?$skip=2' },
    );
    const first = await backend.query('subjects.list', { limit: 1 });
    const second = await backend.query('subjects.list', { cursor: first.next });
    expect(seen.map(({ url }) => url)).toEqual([
      'https://api.example.vn/v2/u?%24top=1',
      'https://api.example.vn/v2/u?$skip=1',
    ]);
    const third = backend.query('subjects.list', { cursor: second.next });
    await expect(third).rejects.toMatchObject({ code: 'invalid', params: { field: 'cursor' } });
    const above = backend.query('subjects.list', { cursor: 'm1./../admin' });
    await expect(above).rejects.toMatchObject({ code: 'invalid' });
    expect(seen).toHaveLength(2);
  });

  it('counts pages as they do: by number from where they begin, by what is left out, by a word', async () => {
    const by = (paging: object) =>
      asked(
        { queries: { 'subjects.list': { ...list, paging } as Mapping['queries'][string] } },
        { rows: [{ id: '1' }, { id: '2' }], total: 3, next: 'abc' },
        { rows: [{ id: '3' }], total: 3, next: '' },
      );
    const addresses = async (paging: object): Promise<string[]> => {
      const { backend, seen } = by(paging);
      const first = await backend.query('subjects.list', { limit: 2 });
      const second = await backend.query('subjects.list', { limit: 2, cursor: first.next });
      expect(second.next).toBeUndefined();
      return seen.map(({ url }) => new URL(url).search);
    };
    expect(await addresses({ style: 'page', number: 'p', size: 'n', first: 0, total: 'total' })).toEqual([
      '?p=0&n=2',
      '?p=1&n=2',
    ]);
    expect(await addresses({ style: 'offset', offset: 'skip', size: 'top', total: 'total' })).toEqual([
      '?skip=0&top=2',
      '?skip=2&top=2',
    ]);
    expect(await addresses({ style: 'cursor', cursor: 'after', next: 'next' })).toEqual(['', '?after=abc']);
  });

  it('finds the next page and the number of all in the headers, where they say these there', async () => {
    const pageOf = (id: string, headers: Record<string, string>): Response =>
      Response.json({ rows: [{ id }] }, { headers });
    const ask = async (paging: object, ...answers: Response[]) => {
      const queries = { 'subjects.list': { ...list, paging } as Mapping['queries'][string] };
      const { backend, seen } = asked({ queries }, ...answers);
      const first = await backend.query('subjects.list', {});
      const last = await backend.query('subjects.list', { cursor: first.next });
      expect(last.next).toBeUndefined();
      return { total: first.total, asked: seen[1]!.url };
    };
    const word = { style: 'cursor', cursor: 'after', next: { header: 'X-Next-Page' } };
    expect(
      await ask(
        { ...word, total: { header: 'X-Total-Count' } },
        pageOf('1', { 'X-Next-Page': 'abc', 'X-Total-Count': '2' }),
        pageOf('2', {}),
      ),
    ).toEqual({ total: 2, asked: 'https://api.example.vn/v2/u?after=abc' });
    const links =
      '<https://api.example.vn/v2/u?p=0>; rel="first", </v2/u?p=1>; title="a, b"; rel="next last"';
    expect(
      await ask(
        { style: 'link', next: { header: 'Link' } },
        pageOf('1', { Link: links }),
        pageOf('2', { Link: '<https://api.example.vn/v2/u?p=0>; rel="prev nextish"' }),
      ),
    ).toEqual({ total: undefined, asked: 'https://api.example.vn/v2/u?p=1' });
  });

  it('is not asked where a field of the address is missing or leads upwards', async () => {
    const { backend, seen } = asked({ queries: { 'subject.get': { ...list, path: '/u/{id}' } } });
    await expect(backend.query('subject.get', {} as never)).rejects.toMatchObject({ code: 'invalid' });
    const up = asked({ queries: { 'criteria.get': { ...list, path: '/u/{version}/x' } } });
    await expect(up.backend.query('criteria.get', { id: 'a', version: '..' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect([...seen, ...up.seen]).toEqual([]);
  });
});

describe('an answer', () => {
  const write = { path: '/do', about: 'assessment', body: { id: 'id' } };
  const commands = { 'assessment.submit': { ...write, current: { at: 'now', shape: { id: 'id' } } } };

  it('with a success of HTTP and a code that nobody named is a failure, not a success', async () => {
    const { backend } = asked(
      { commands, answers: { ok: { at: 'rc', is: [0] }, code: 'rc' } },
      { rc: 77, text: 'Có lỗi' },
    );
    await expect(backend.execute([send('assessment.submit', {})])).rejects.toMatchObject({
      code: 'server',
      params: { code: 77 },
    });
  });

  it('that is no JSON is a failure', async () => {
    const { backend } = asked({ commands }, new Response('<html>Bảo trì</html>'));
    await expect(backend.execute([send('assessment.submit', {})])).rejects.toMatchObject({
      code: 'server',
      params: { reason: 'malformed' },
    });
  });

  it.each([
    [401, 'unauthenticated'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'offline'],
  ])('with the status %i fails with "%s", so that the command is kept', async (status, code) => {
    const refused = new Response('{}', { status, headers: { 'Retry-After': '7' } });
    const { backend } = asked({ commands }, refused);
    await expect(backend.execute([send('assessment.submit', {})])).rejects.toMatchObject({
      ...{ code, params: { seconds: 7, status } },
    });
  });

  it.each([
    [400, 'invalid'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'invalid'],
  ])('with the status %i refuses the command with "%s"', async (status, code) => {
    const { backend } = asked({ commands }, new Response('{}', { status }));
    const [receipt] = await backend.execute([send('assessment.submit', {})]);
    expect(receipt).toMatchObject({ status: 'rejected', code });
  });

  it.each([
    [
      [{ field: 'NAME' }, { field: null }, {}, { field: 'PLACE' }],
      ['NAME', 'PLACE'],
    ],
    [[{ field: null }], undefined],
  ])('names the fields that were wrong, where it names any: %j', async (errors, path) => {
    const refused = Response.json({ errors }, { status: 422 });
    const { backend } = asked({ commands, answers: { fields: 'errors/field' } }, refused);
    const [receipt] = await backend.execute([send('assessment.submit', {})]);
    expect(receipt).toEqual({ id: receipt!.id, status: 'rejected', code: 'invalid', ...(path && { path }) });
  });

  it('with a conflict brings the record as it stands', async () => {
    const { backend } = asked({ commands }, Response.json({ now: { id: 'r-1' } }, { status: 409 }));
    const [receipt] = await backend.execute([send('assessment.submit', {})]);
    expect(receipt).toMatchObject({
      status: 'conflict',
      current: { type: 'assessment', value: { id: 'r-1' } },
    });
  });

  it('of a kind that the mapping does not know is never asked for', async () => {
    const { backend, seen } = asked({ commands });
    await expect(backend.execute([send('subject.close', { reason: 'x' })])).rejects.toMatchObject({
      code: 'unsupported',
      params: { command: 'subject.close' },
    });
    expect(seen).toEqual([]);
  });
});

describe('what somebody typed before another signed in', () => {
  const write = { path: '/do', about: 'assessment', body: { id: 'id' }, version: 'v' };
  const commands = { 'assessment.submit': { ...write, current: { at: 'now', shape: { id: 'id' } } } };
  const who = { path: '/me', shape: { 'actor/id': 'user' } };

  it('is not sent as the work of the other, and asks once for a token whose it is', async () => {
    let token = 'of-a';
    const seen: string[] = [];
    const backend = createMappedAdapter({
      ...{ baseUrl: 'https://api.example.vn', token: () => token },
      mapping: { ...plain, session: who, commands },
      fetch: async (input, init) => {
        const sentBy = new Headers(init?.headers).get('Authorization')!.slice(-1);
        seen.push(`${sentBy} ${new URL(input as string).pathname}`);
        return Response.json({ user: sentBy, v: 2 });
      },
    });
    const submit = () =>
      backend.execute([send('assessment.submit', {}), send('assessment.submit', {})], { inNameOf: 'a' });
    await submit();
    await submit();
    expect(seen).toEqual(['a /me', 'a /do', 'a /do', 'a /do', 'a /do']);
    token = 'of-b';
    await expect(submit()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(seen.slice(5)).toEqual(['b /me']);
  });
});

describe('an answer 202', () => {
  const write = { path: '/do', about: 'assessment', body: { id: 'id' }, version: 'v' };
  const current = { at: 'now', shape: { id: 'id' } };
  const commands = { 'assessment.submit': { ...write, current } };
  const later = { address: { header: 'Location' }, pending: { at: 'state', is: ['runs'] }, every: 0.05 };
  const taken = (location: string): Response =>
    Response.json({}, { status: 202, headers: { Location: location } });
  const submit = (backend: ReturnType<typeof asked>['backend'], signal?: AbortSignal) =>
    backend.execute([send('assessment.submit', {})], { signal });

  it('is followed to where the real one will be, which is read like any', async () => {
    const { backend, seen } = asked(
      { commands, later },
      ...[taken('/v2/jobs/7'), taken('/v2/jobs/7'), { state: 'runs' }, { state: 'done', v: 9 }],
    );
    expect(await submit(backend)).toMatchObject([
      { status: 'applied', records: [{ id: 'r-1', version: 9 }] },
    ]);
    expect(seen.map(({ url, init }) => [init.method ?? 'GET', url.slice(-7)])).toEqual([
      ['POST', 'n/v2/do'],
      ...Array.from({ length: 3 }, () => ['GET', '/jobs/7']),
    ]);
    expect(new Headers(seen[3]!.init.headers).get('Authorization')).toBe('Bearer secret-token');
    const refused = asked({ commands, later }, taken('jobs/7'), Response.json({}, { status: 422 }));
    expect(await submit(refused.backend)).toMatchObject([{ status: 'rejected', code: 'invalid' }]);
  });

  it.each(['https://evil.example/v2/jobs/7', '/admin'])(
    'is no reason to take the token to %s',
    async (to) => {
      const { backend, seen } = asked({ commands, later }, taken(to));
      await expect(submit(backend)).rejects.toMatchObject({
        code: 'server',
        params: { field: 'later/address' },
      });
      expect(seen).toHaveLength(1);
    },
  );

  it('is waited for no longer than any answer, nor by who has gone', async () => {
    const forever = (timeout: number) =>
      createMappedAdapter({
        ...{ baseUrl: 'https://api.example.vn/v2', timeout, mapping: { ...plain, commands, later } },
        fetch: async () => taken('/v2/jobs/7'),
      });
    await expect(submit(forever(10))).rejects.toMatchObject({ code: 'timeout' });
    const leaving = new AbortController();
    const waiting = submit(forever(30_000), leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is a success like any where nobody says where to ask', async () => {
    const { backend } = asked({ commands }, taken('/v2/jobs/7'));
    expect(await submit(backend)).toMatchObject([{ status: 'applied' }]);
  });
});

describe('a mapping', () => {
  const faultsOf = (mapping: object): string[] =>
    checkMapping({ ...plain, ...mapping }).map(({ path, says }) => `${path}: ${says}`);

  it('is refused at once where it has faults', () => {
    expect(() => asked({ queries: { nonsense: { path: '/', items: '', item: {} } } })).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
  });

  it.each([
    [
      { queries: { 'no.such': { path: '/', items: '', item: {} } } },
      'queries/no.such: There is no such query.',
    ],
    [
      { queries: { 'subject.get': { path: '/', items: '', item: 'gone' } } },
      'queries/subject.get/item: There is no shape "gone".',
    ],
    [{ shapes: { a: { b: { at: 'c', shape: 'd' } } } }, 'shapes/a/b: There is no shape "d".'],
    [
      { shapes: { a: { b: { at: 'c', by: 'd' } } } },
      'shapes/a/b: "by" and "split" are for fields with "many": true.',
    ],
    [
      { shapes: { a: { b: { at: 'c', values: { x: 1, y: '1' } } } } },
      'shapes/a/b: Two of our words must not be the same word of theirs.',
    ],
    [{ codes: { '7': 'rejected:boring' } }, 'codes/7: "rejected:boring" is no code of the port.'],
    [
      { commands: { 'assessment.submit': { path: '/', about: 'assessment' } } },
      'commands/assessment.submit/about: A conflict must bring the record: give "current", or the query "assessment.get".',
    ],
    [
      { commands: { '*': { path: '/', about: 'x', method: 'GET' } } },
      'commands/*/method: A change must not be asked for with GET.',
    ],
    [
      { styles: { date: 'YYYY-MM-DD' } },
      'styles/date: "YYYY-MM-DD" names no yyyy, dd: write a pattern of yyyy, MM, dd, or iso, unix, unix-ms.',
    ],
    [
      { styles: { instant: 'dd/MM/yyyy' } },
      'styles/instant: "dd/MM/yyyy" names no HH: write a pattern of yyyy, MM, dd, HH, mm, ss, SSS, or iso, unix, unix-ms.',
    ],
    [{ session: { path: '/../me', shape: {} } }, 'session/path: It must not lead upwards.'],
    [
      { queries: { 'subject.get': { path: '/', items: '', item: {}, method: 'GET', body: {} } } },
      'queries/subject.get/body: A GET carries no body: use "search".',
    ],
  ])('%# is told what is wrong with it', (mapping, sentence) => {
    expect(faultsOf(mapping)).toContain(sentence);
  });

  it('cannot name what every object inherits', () => {
    expect(faultsOf({ shapes: { a: { b: '__proto__/x' } } })).not.toEqual([]);
  });
});
