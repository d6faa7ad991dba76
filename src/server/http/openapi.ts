import { areaQueries } from '../../domain/area/area-query.schema.js';
import { AreaCommand } from '../../domain/area/area-command.schema.js';
import { CoreCommand } from '../../domain/command.schema.js';
import { FundCommand } from '../../domain/fund/fund-command.schema.js';
import { fundQueries } from '../../domain/fund/fund-query.schema.js';
import { coreQueries } from '../../domain/query.schema.js';
import { Receipt } from '../../domain/receipt.schema.js';
import { Actor } from '../../domain/actor.schema.js';
import { z } from '../../domain/zod.js';
import { errorCodes } from '../../backend/error-codes.js';
import { linesType } from './changes-in-lines.js';
import { mostCommands } from './limits.js';

type Json = Record<string, unknown>;

const queries = { ...coreQueries, ...areaQueries, ...fundQueries };

/**
 * The server's interface as an OpenAPI 3.1 document, out of the schemas by which it judges.
 * @param version of the program
 */
export function openApi(version: string): Json {
  const schemas: Record<string, Json> = {};
  const schema = (name: string, from: z.ZodMiniType): Json => {
    schemas[name] ??= hoisted(name, from, schemas);
    return { $ref: `#/components/schemas/${name}` };
  };
  const command = {
    oneOf: [
      schema('CoreCommand', CoreCommand),
      schema('FundCommand', FundCommand),
      schema('AreaCommand', AreaCommand),
    ],
  };
  const paths: Record<string, Json> = {
    '/v1/session': {
      get: {
        ...operation('Who is asking, and in which province', {
          actor: { anyOf: [schema('Actor', Actor), { type: 'null' }] },
          tenant: { type: 'string' },
        }),
        parameters: [asVisitor],
      },
    },
    '/v1/commands': {
      post: {
        ...operation('Applies commands one after the other; repeating is harmless', {
          receipts: { type: 'array', items: schema('Receipt', Receipt) },
        }),
        requestBody: body({
          type: 'object',
          required: ['commands'],
          properties: {
            commands: { type: 'array', maxItems: mostCommands, items: command },
            inNameOf: {
              type: 'string',
              description:
                'Id of who the sender believes to be signed in: 401, and nothing is done, where it is somebody else',
            },
          },
        }),
      },
    },
    '/v1/changes': {
      get: {
        summary: 'What changed since, of all that this person may read; without `since` only where to begin',
        parameters: [{ name: 'since', in: 'query', schema: { type: 'string' } }],
        responses: {
          200: {
            description:
              'A page; or, for who accepts lines, all there is in one stream: a line for each command, the last one with `more`',
            content: {
              ...json({ type: 'object', required: ['items', 'next', 'more'], properties: changes }),
              [linesType]: { schema: changesLine },
            },
          },
          default: failure,
        },
      },
    },
    '/v1/files': {
      put: {
        ...operation('Keeps a file of evidence', kept.properties),
        requestBody: { required: true, content: { 'application/octet-stream': {} } },
      },
    },
    '/v1/uploads/{id}': {
      put: {
        summary:
          'A piece of a file. After a gap it is a `conflict`, with the `offset` to go on from; one that is there already changes nothing',
        parameters: [uploadId, contentRange],
        requestBody: { required: true, content: { 'application/octet-stream': {} } },
        responses: {
          200: { description: 'It is whole, and what was made of it', content: json(kept) },
          202: { description: 'How much of it is there', content: json(offset) },
          default: failure,
        },
      },
      get: {
        summary: 'How much of a file is there, or what was made of it once it was whole',
        parameters: [uploadId],
        responses: {
          200: { description: 'The answer', content: json({ oneOf: [kept, offset] }) },
          default: failure,
        },
      },
    },
    '/v1/files/{sha256}': {
      get: {
        summary: 'A file of evidence, as an attachment',
        parameters: [
          {
            name: 'sha256',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          },
        ],
        responses: {
          200: { description: 'The bytes', content: { 'application/octet-stream': {} } },
          default: failure,
        },
      },
    },
  };
  for (const [name, { params, item }] of Object.entries(queries)) {
    const page = {
      items: { type: 'array', items: schema(`${pascal(name)}Item`, item) },
      next: { type: 'string' },
      total: { type: 'integer' },
    };
    const { properties = {}, required = [] } = hoisted(`${pascal(name)}Params`, params, schemas) as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    const answers = operation(`A page of ${name}`, page, ['items']);
    paths[`/v1/queries/${name}`] = {
      get: {
        ...answers,
        parameters: [
          ...Object.entries(properties).map(([param, about]) => ({
            name: param,
            in: 'query',
            required: required.includes(param),
            schema: about,
          })),
          asVisitor,
        ],
      },
      post: {
        ...answers,
        parameters: [asVisitor],
        requestBody: body({ type: 'object', properties, required }),
      },
    };
  }
  Object.assign(paths, publicPaths);
  return {
    openapi: '3.1.0',
    info: {
      title: 'HTSD',
      version,
      description: 'Commands and queries of lifelong learning: assessments, titles, funds, targets.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ bearer: [] }, {}],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: { Failure: { description: 'What went wrong', content: json(errorBody) } },
      schemas,
    },
  };
}

const errorBody = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'params', 'retryable'],
      properties: {
        code: { enum: [...errorCodes] },
        params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
        retryable: { type: 'boolean' },
      },
    },
  },
};
const changed = {
  type: 'object',
  required: ['type', 'id', 'version'],
  properties: { type: { type: 'string' }, id: { type: 'string' }, version: { type: 'integer' } },
};
const changes = {
  items: { type: 'array', items: changed },
  next: { type: 'string' },
  more: { type: 'boolean' },
};
/** One of them; an error is the last. */
const changesLine = {
  oneOf: [
    { type: 'object', required: ['items', 'next'], properties: { items: changes.items, next: changes.next } },
    { type: 'object', required: ['next', 'more'], properties: { next: changes.next, more: changes.more } },
    errorBody,
  ],
};
/** What was made of a file. */
const kept = {
  type: 'object',
  required: ['sha256', 'type', 'size'],
  properties: { sha256: { type: 'string' }, type: { type: 'string' }, size: { type: 'integer' } },
};
const offset = { type: 'object', required: ['offset'], properties: { offset: { type: 'integer' } } };
const contentRange = {
  ...{ name: 'Content-Range', in: 'header', required: true },
  schema: { type: 'string', pattern: '^bytes \\d+-\\d+/\\d+$' },
};
const asVisitor = {
  ...{ name: 'HTSD-Province', in: 'header', schema: { type: 'string' } },
  description: 'In which province a visitor reads; a token says so itself',
};
const uploadId = {
  ...{ name: 'id', in: 'path', required: true },
  schema: { type: 'string', pattern: '^[A-Za-z0-9-]{8,64}$' },
};
const inPath = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const inQuery = (name: string, schema: Json): Json => ({ name, in: 'query', schema });
const language = inQuery('lang', { enum: ['vi', 'en'] });
const year = inQuery('year', { type: 'string', pattern: '^\\d{4}$' });
/** What needs no sign-in: pictures and pages for portals that run no script, and what balancers ask. */
const open = (summary: string, type: string, parameters: readonly Json[] = []): Json => ({
  get: {
    ...{ summary, parameters, security: [] },
    responses: {
      200: { description: 'The answer', content: { [type]: {} } },
      default: { description: 'A sentence, or what went wrong' },
    },
  },
});
const [province, id] = [inPath('province'), inPath('id')];
const publicPaths: Record<string, Json> = {
  '/public/{province}/recognitions/{id}/badge.svg': open(
    'The badge of a title as a picture',
    'image/svg+xml',
    [...[province, id, language]],
  ),
  '/public/{province}/gauges/{locality}/{indicator}/gauge.svg': open(
    'A gauge as a picture',
    'image/svg+xml',
    [...[province, inPath('locality'), inPath('indicator'), year, language]],
  ),
  '/public/{province}/funds/{fund}/fund.html': open(
    'A published fund as a page without script',
    'text/html',
    [...[province, inPath('fund'), year, language]],
  ),
  '/health': open('It lives', 'application/json'),
  '/ready': open('Its database answers', 'application/json'),
};
const failure = { $ref: '#/components/responses/Failure' };
const json = (schema: unknown): Json => ({ 'application/json': { schema } });
const body = (schema: unknown): Json => ({ required: true, content: json(schema) });

function operation(summary: string, properties: Json, required = Object.keys(properties)): Json {
  const content = json({ type: 'object', required, properties });
  return { summary, responses: { 200: { description: 'The answer', content }, default: failure } };
}

const pascal = (name: string): string =>
  name
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** A schema whose own definitions lie among all others, where references of this document are looked for. */
function hoisted(name: string, from: z.ZodMiniType, schemas: Record<string, Json>): Json {
  const made = JSON.parse(
    JSON.stringify(z.toJSONSchema(from, { io: 'input', unrepresentable: 'any' })),
  ) as Json;
  const { $schema: _, $defs = {}, ...rest } = made as Json & { $defs?: Record<string, Json> };
  const own = (ref: string): string =>
    `#/components/schemas/${ref === '#' ? name : `${name}.${ref.replace('#/$defs/', '')}`}`;
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === '$ref' && typeof one === 'string' ? own(one) : moved(one),
      ]),
    );
  };
  for (const [key, one] of Object.entries($defs)) schemas[`${name}.${key}`] = moved(one) as Json;
  return moved(rest) as Json;
}
