import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isHtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import type { Claim } from '../../src/domain/answer.schema.js';
import type { Assessment, Mark, ScoreSnapshot, Submission } from '../../src/domain/assessment.schema.js';
import type { Command } from '../../src/domain/command.schema.js';
import type { QueryName } from '../../src/domain/query.schema.js';
import type { Subject } from '../../src/domain/subject.schema.js';
import { createDesks, personOf } from './people.js';

type Row = Record<string, unknown>;

/**
 * A back end in the manner of OData: sets and actions, `$filter`, `$top` and a link to the next page, names in capitals,
 * versions in If-Match, failures in statuses. It was written without the mapping.
 */
export function createODataApi(): Hono {
  const deskOf = createDesks();
  const app = new Hono().basePath('/api');
  const desk = (c: Context): Backend =>
    deskOf(personOf(c.req.header('Authorization')?.replace('Bearer ', '')));

  /** Conditions such as `Model eq 'unit' and Mine eq true`; a quote within is doubled. */
  function conditions(c: Context): Row {
    const found: Row = {};
    const text = c.req.query('$filter') ?? '';
    for (const [, name, quoted, bare] of text.matchAll(/(\w+) eq (?:'((?:[^']|'')*)'|(\w+))(?: and |$)/g))
      found[name!] = quoted === undefined ? bare === 'true' : quoted.replaceAll("''", "'");
    return found;
  }

  function set(path: string, name: QueryName, ask: (where: Row) => object, show: (item: never) => Row): void {
    app.get(path, (c) =>
      guarded(c, async () => {
        const rows: Row[] = [];
        let cursor: string | undefined;
        do {
          const params = { ...ask(conditions(c)), ...(cursor && { cursor }) };
          const page = await desk(c).query(name, params);
          rows.push(...page.items.map((item) => show(item as never)));
          cursor = page.next;
        } while (cursor);
        const [skip, top] = [Number(c.req.query('$skip') ?? 0), Number(c.req.query('$top') ?? 50)];
        const next = new URL(c.req.url);
        next.searchParams.set('$skip', String(skip + top));
        return c.json({
          ...{
            '@odata.context': '$metadata',
            '@odata.count': rows.length,
            value: rows.slice(skip, skip + top),
          },
          ...(skip + top < rows.length && { '@odata.nextLink': next.href }),
        });
      }),
    );
  }

  function one(path: string, name: QueryName, ask: (c: Context) => object, show: (item: never) => Row): void {
    app.get(path, (c) =>
      guarded(c, async () => {
        const { items } = await desk(c).query(name, ask(c));
        return c.json(show(items[0] as never));
      }),
    );
  }

  function action(path: string, kind: string, payload: (body: Row, c: Context) => object): void {
    app.post(path, (c) =>
      guarded(c, async () => {
        const body = await c.req.json<Row>();
        const tag = /^W\/"(\d+)"$/.exec(c.req.header('If-Match') ?? '');
        const command = {
          ...{
            kind,
            id: c.req.header('X-Request-Id'),
            record: c.req.param('key'),
            expected: Number(tag?.[1]),
          },
          payload: payload(body, c),
        } as Command;
        const [receipt] = await desk(c).execute([command]);
        if (receipt!.status === 'conflict') {
          const { value } = receipt!.current;
          const shown =
            receipt!.current.type === 'subject'
              ? showSubject(value as Subject)
              : showAssessment(value as Assessment);
          return c.json({ error: { code: 'PreconditionFailed', message: '' }, Current: shown }, 412);
        }
        if (receipt!.status === 'rejected') {
          const details = receipt!.path?.map((target) => ({ code: 'Field', target }));
          return failed(c, 422, pascal(receipt!.code), details);
        }
        const Written = receipt!.records.map(({ type, id, version }) => ({
          Entity: pascal(type),
          Id: id,
          Version: version,
        }));
        return receipt!.status === 'duplicate'
          ? c.json({ error: { code: 'AlreadyProcessed', message: '' }, Written }, 409)
          : c.json({ Written });
      }),
    );
  }

  app.get('/Me', (c) => {
    const { actor, tenant } = personOf(c.req.header('Authorization')?.replace('Bearer ', ''));
    return c.json({
      Tenant: tenant,
      ...(actor && { UserId: actor.id, Display: actor.name, Roles: actor.roles.map(pascal) }),
    });
  });
  const model = ({ Model: of }: Row) => (of === undefined ? {} : { model: textOf(of).toLowerCase() });
  const mine = ({ Mine: of }: Row) => (of === true ? { mine: true } : {});
  const year = ({ Year: of }: Row) => (of === undefined ? {} : { cycle: of });
  set(
    '/CriteriaSets',
    'criteria.list',
    (w) => ({ ...model(w), ...year(w) }),
    (item) => ({ Definition: item }),
  );
  one(
    '/CriteriaSets/:id/:version',
    'criteria.get',
    (c) => c.req.param(),
    (item) => ({ Definition: item }),
  );
  set('/Subjects', 'subjects.list', (w) => ({ ...model(w), ...mine(w) }), showSubject);
  one('/Subjects/:id', 'subject.get', (c) => ({ id: c.req.param('id') }), showSubject);
  set(
    '/Assessments',
    'assessments.list',
    (w) => ({
      ...{ ...model(w), ...mine(w), ...year(w) },
      ...(w['SubjectId'] !== undefined && { subject: w['SubjectId'] }),
      ...(w['State'] !== undefined && { state: kebab(textOf(w['State'])) }),
    }),
    showAssessment,
  );
  one('/Assessments/:id', 'assessment.get', (c) => ({ id: c.req.param('id') }), showAssessment);
  set(
    '/Consents',
    'consents.list',
    ({ SubjectId }) => ({ subject: SubjectId }),
    (item: Row) => pascalKeys(item),
  );

  action('/CriteriaSets/:key/Publish', 'criteria.publish', ({ Definition }) => ({ set: Definition }));
  action('/Subjects/:key/Register', 'subject.register', (body) => ({
    ...{
      model: textOf(body['Model']).toLowerCase(),
      name: body['DisplayName'],
      facts: body['Facts'],
      cycle: body['Year'],
    },
    place: { name: body['PlaceName'], ...(body['PlaceCode'] !== undefined && { code: body['PlaceCode'] }) },
    criteria: { id: body['SetId'], version: body['SetVersion'] },
  }));
  action('/Assessments/:key/Open', 'assessment.open', (body) => ({
    subject: body['SubjectId'],
    cycle: body['Year'],
  }));
  action('/Assessments/:key/Answer', 'assessment.answer', ({ Answers }) => ({
    answers: Object.fromEntries<unknown>(
      (Answers as Row[]).map(({ Criterion, Removed, ...rest }) => [
        textOf(Criterion),
        Removed ? null : claimOf(rest),
      ]),
    ),
  }));
  action('/Assessments/:key/Submit', 'assessment.submit', () => ({}));
  action('/Assessments/:key/Withdraw', 'assessment.withdraw', ({ Reason }) => ({ reason: Reason }));
  action('/Assessments/:key/Review', 'assessment.review', () => ({}));
  action('/Assessments/:key/Verify', 'assessment.verify', () => ({}));
  action('/Assessments/:key/Return', 'assessment.return', ({ Reason, Comments }) => ({
    reason: Reason,
    comments: ((Comments as Row[] | undefined) ?? []).map(({ Id, Criterion, Text }) => ({
      ...{ id: Id, text: Text, ...(Criterion !== undefined && { criterion: Criterion }) },
    })),
  }));
  action('/Assessments/:key/Mark', 'assessment.mark', ({ Marks }) => ({
    marks: Object.fromEntries<unknown>(
      (Marks as Row[]).map(({ Criterion, Removed, Reason, Claim: claim }) => [
        textOf(Criterion),
        Removed ? null : { reason: Reason ?? '', answer: claimOf((claim as Row | undefined) ?? {}) },
      ]),
    ),
  }));
  action('/Consents/:key/Give', 'consent.give', (body) => camelKeys(body));
  action('/Consents/:key/Withdraw', 'consent.withdraw', () => ({}));
  app.notFound((c) => failed(c, 404, 'NotFound'));
  return app;
}

async function guarded(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isHtsdError(error)) throw error;
    const status = { unauthenticated: 401, forbidden: 403, 'not-found': 404, invalid: 400 }[
      error.code as 'invalid'
    ];
    return failed(c, (status ?? 500) as ContentfulStatusCode, pascal(error.code));
  }
}

const failed = (c: Context, status: ContentfulStatusCode, code: string, details: object[] = []): Response =>
  c.json({ error: { code, message: 'It went wrong.', details } }, status);

const pascal = (word: string): string =>
  word.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
const kebab = (word: string): string => word.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
const pascalKeys = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, one]) => [pascal(key), one]));
const camelKeys = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, one]) => [key[0]!.toLowerCase() + key.slice(1), one]));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const claimOf = (row: Row): Claim => camelKeys(row);
const zoned = (iso: string): string =>
  `${new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 23)}+07:00`;

const showSubject = (one: Subject): Row => ({
  ...{ Id: one.id, Version: one.version, Model: pascal(one.model), DisplayName: one.name, Facts: one.facts },
  ...{ Place: { Name: one.place.name, Code: one.place.code ?? null }, OwnerId: one.owner },
  Registrations: one.registrations.map(({ cycle, criteria, at, by }) => ({
    ...{ Year: Number(cycle), SetId: criteria.id, SetVersion: criteria.version, At: zoned(at), By: by },
  })),
  ...{ CreatedAt: zoned(one.createdAt), UpdatedAt: zoned(one.updatedAt) },
});

const showScore = (one: ScoreSnapshot): Row => pascalKeys(one);
const showSubmission = (one: Submission): Row => ({
  ...pascalKeys(one),
  Score: showScore(one.score),
});
const showMark = ([id, { answer, ...rest }]: [string, Mark]): Row => ({
  ...{ Criterion: id, Claim: pascalKeys(answer) },
  ...pascalKeys(rest),
});

const showAssessment = (one: Assessment): Row => ({
  ...{ Id: one.id, Version: one.version, SubjectId: one.subjectId, SubjectName: one.subjectName },
  ...{
    Model: pascal(one.model),
    Year: Number(one.cycle),
    SetId: one.criteria.id,
    SetVersion: one.criteria.version,
  },
  ...{ State: pascal(one.state), Facts: one.facts, OwnerId: one.owner },
  Answers: Object.entries(one.answers).map(([id, answer]) => ({ Criterion: id, ...pascalKeys(answer) })),
  Submissions: one.submissions.map(showSubmission),
  Review: one.review
    ? {
        ...{ StartedAt: zoned(one.review.startedAt), By: one.review.by, ByName: one.review.byName },
        Marks: Object.entries(one.review.marks ?? {}).map(showMark),
        Dropped: one.review.dropped ?? null,
        Score: one.review.score ? showScore(one.review.score) : null,
      }
    : null,
  ...{ Returned: one.returned ?? null, SetAside: one.setAside ?? null },
  Comments: one.comments.map((comment) => pascalKeys(comment as unknown as Row)),
  History: one.history.map((act) => ({ ...pascalKeys(act as unknown as Row), At: zoned(act.at) })),
  ...{ CreatedAt: zoned(one.createdAt), UpdatedAt: zoned(one.updatedAt) },
});
