import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { cors } from 'hono/cors';
import { schemasOf, type QueryName } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { mayNamePlaces } from '../../backend/charge.js';
import { HtsdError } from '../../backend/errors.js';
import { maxFileMegabytes } from '../../backend/check-file.js';
import { readRange } from '../files/uploads.js';
import { addDoors, type DoorOptions } from '../doors/doors.js';
import { deskOf, type Desk, type House } from '../backend-of.js';
import { chargesOf } from '../identity/charges.js';
import type { DemoSignIn } from '../identity/demo-sign-in.js';
import { isLoopback } from '../outside/addresses.js';
import type { Identify, Identity } from '../identity/identity.js';
import type { Log } from '../log.js';
import { errorAnswer, type Tell } from './answers.js';
import { changesInLines, linesType } from './changes-in-lines.js';
import { clientAddress } from './client-address.js';
import { commandMegabytes, mostCommands, paramMegabytes } from './limits.js';
import type { Metrics } from './metrics.js';
import { addDescription } from './description.js';
import type { RateLimit } from './rate-limit.js';
import { goneSignal } from './gone-signal.js';
import { headerOf } from './header-of.js';
import { packedJson } from './packed-json.js';
import { readBytes, readJson, readText } from './read-body.js';
import { readParams } from './read-params.js';
import { addSnapshots } from '../snapshots/routes.js';
import { isSnapshot, problemAnswer } from '../snapshots/problem.js';
import { requestIdHeader, watch } from './watch.js';

export interface AppOptions extends House {
  identify: Identify;
  /** Origins whose pages may ask. Default: none but the server's own. */
  origins?: readonly string[] | undefined;
  /** Of the program, for its description. */
  version?: string | undefined;
  /** Lets anybody be anybody, and says so with each answer. Absent: nobody signs in here. */
  demo?: DemoSignIn | undefined;
  /** What portals embed. Absent: this server serves no pages. */
  doors?: DoorOptions | undefined;
  /** How often a person may ask, and an address. Absent: as often as they like. */
  limits?: { person?: RateLimit | undefined; address?: RateLimit | undefined } | undefined;
  /** Proxies of the operator between the callers and this program. Default none. */
  proxies?: number | undefined;
  log?: Log | undefined;
  metrics?: Metrics | undefined;
  /** Fires when the program is asked to stop: what would go on for long ends early. */
  closing?: AbortSignal | undefined;
  /** Hears of failures that nobody foresaw. Default: nobody. */
  tell?: Tell | undefined;
}

/** Where commands are sent to. */
const commandsPath = '/v1/commands';
const isSending = ({ req }: Context): boolean => req.path === commandsPath && req.method === 'POST';

/** What every answer says to browsers. */
const strict: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Frame-Options', 'DENY'],
  ['Permissions-Policy', 'interest-cohort=()'],
  // Heard over https only, where the operator's proxy hands it on.
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['Cache-Control', 'no-store'],
];

/** Who names no way is told of changes by pages, as before there were lines. */
const wantsLines = {
  header: 'Accept' as const,
  default: 'application/json',
  supports: ['application/json', linesType],
};

/** Milliseconds for which commands do not ask whether places have changed. */
const placesHeld = 1_000;
/** As other servers have it in their logs: whoever asked did not wait for the answer. */
const gone = 499;
const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
const isForbidden = (receipt: Receipt): boolean =>
  receipt.status === 'rejected' && receipt.code === 'forbidden';

/** The server as a function from requests to answers; it keeps nothing between them. */
export function createApp(options: AppOptions): Hono {
  const { identify, origins = [], tell = () => undefined, database, demo } = options;
  const { limits = {}, proxies = 0, log, metrics } = options;
  const charges = chargesOf(options);
  const app = new Hono();

  app.use(watch(log, metrics));
  const always = [...strict, ...(demo ? [['HTSD-Demo', 'anybody may be anybody'] as const] : [])];
  const withAlways = (context: Context): void => {
    for (const [name, value] of always) context.header(name, value);
  };
  app.use(async (context, next) => {
    // Before the answer is made, which then need not be made anew to take them in. Receipts bring them along.
    if (!isSending(context)) withAlways(context);
    await next();
  });
  // Without cookies there is nothing that another site's page could make use of; it still has to be named to read.
  const named: MiddlewareHandler = cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST', 'PUT'],
    allowHeaders: ['Authorization', 'Content-Type', 'Content-Range', 'HTSD-Province'],
    exposeHeaders: ['Retry-After', requestIdHeader, 'Date'],
    maxAge: 600,
  });
  // Programs name no origin, and hear nothing of it.
  const whereNamed: MiddlewareHandler = (context, next) =>
    headerOf(context, 'origin') === undefined ? next() : named(context, next);
  app.use('/v1/*', whereNamed);

  // Before anything is read or checked, signatures included. After `cors`: a page has to see that it was refused.
  app.on('ALL', ['/v1/*', '/public/*'], async (context, next) => {
    if (limits.address) limits.address(clientAddress(context as Context, proxies));
    await next();
  });

  app.get('/v1/session', async (context) => {
    const { actor, province } = await identityOf(context);
    return context.json({ actor, tenant: province });
  });
  const receiptHeaders = { 'content-type': 'application/json', ...Object.fromEntries(always) };
  app.post(commandsPath, async (context) => {
    const identity = await namedIn(context);
    // A stranger is sent away before anything of what he brings is read.
    if (!identity.actor) throw new HtsdError('unauthenticated');
    const body = readJson(await readText(context, commandMegabytes));
    const { commands, inNameOf } = (body ?? {}) as { commands?: unknown; inNameOf?: unknown };
    // Whoever signs in elsewhere in a browser is not to be held for the author of what the one before him typed.
    if (inNameOf !== undefined && inNameOf !== identity.actor.id)
      throw new HtsdError('unauthenticated', { params: { reason: 'other-person' } });
    if (!Array.isArray(commands)) throw new HtsdError('invalid', { params: { field: 'commands' } });
    if (commands.length > mostCommands) throw new HtsdError('too-large', { params: { limit: mostCommands } });
    const receipts = await execute(identity, commands, goneSignal(context));
    for (const { status } of receipts) metrics?.decided(status);
    // Most of what is asked: its headers are given as they go out, and are not gathered, sorted and taken out again.
    return new Response(JSON.stringify({ receipts }), {
      headers: { ...receiptHeaders, [requestIdHeader]: context.get('request') },
    });
  });
  app.get('/v1/queries/:name', async (context) => {
    const desk = await deskFor(context);
    const name = context.req.param('name') as QueryName;
    const schemas = await schemasOf(name);
    if (!schemas) throw new HtsdError('unsupported', { params: { query: name } });
    const params = readParams(schemas.params, new URL(context.req.url).searchParams);
    return packedJson(context, await desk.query(name, params, goneSignal(context)));
  });
  // For parameters that no address holds: all communes of a province, say.
  app.post('/v1/queries/:name', async (context) => {
    const desk = await deskFor(context);
    const params = readJson(await readText(context, paramMegabytes));
    if (typeof params !== 'object' || params === null || Array.isArray(params))
      throw new HtsdError('invalid', { params: { field: 'params' } });
    const name = context.req.param('name') as QueryName;
    return packedJson(context, await desk.query(name, params, goneSignal(context)));
  });
  app.get('/v1/changes', async (context) => {
    const desk = await deskFor(context);
    const since = context.req.query('since');
    context.header('Vary', 'Accept', { append: true });
    if (accepts(context, wantsLines) === linesType) {
      const told = (error: unknown): void => tell(error, context.get('request'));
      const lines = await changesInLines(desk, since, told, options.closing);
      return context.body(lines, 200, { 'Content-Type': linesType });
    }
    const { steps, next, more } = await desk.changes(since);
    return context.json({ items: steps.flatMap(({ items }) => items), next, more });
  });
  app.put('/v1/files', async (context) => {
    const desk = await deskFor(context, 'person');
    return context.json(await desk.putFile(new Blob([await readBytes(context, maxFileMegabytes)])));
  });
  // Where the network is bad: what has arrived need not be sent again.
  app.put('/v1/uploads/:id{[A-Za-z0-9-]{8,64}}', async (context) => {
    const desk = await deskFor(context, 'person');
    const piece = await readBytes(context, maxFileMegabytes);
    const range = readRange(context.req.header('content-range'), piece.byteLength);
    const answer = await desk.putPiece(context.req.param('id'), range, piece);
    return context.json(answer, 'sha256' in answer ? 200 : 202);
  });
  app.get('/v1/uploads/:id{[A-Za-z0-9-]{8,64}}', async (context) => {
    const desk = await deskFor(context, 'person');
    return context.json(await desk.pieces(context.req.param('id')));
  });
  app.get('/v1/files/:sha256', async (context) => {
    const desk = await deskFor(context);
    const { bytes, type } = await desk.getFile(context.req.param('sha256'));
    // Somebody else's file is never opened as a page of this address.
    return context.body(bytes, 200, { 'Content-Type': type, 'Content-Disposition': 'attachment' });
  });

  addSnapshots(app, options);
  if (options.doors) addDoors(app, options.doors);

  addDescription(app, options.version ?? 'unreleased');

  if (demo)
    app.post('/v1/demo/sign-in', async (context) => {
      // A page of another site that goes by a name of its own for this machine is not this machine.
      if (!isLoopback(new URL(context.req.url))) throw new HtsdError('not-found');
      const asked = readJson(await readText(context, paramMegabytes));
      return context.json(await demo.tokenFor(asked));
    });

  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) => {
    await database.ping();
    return context.json({ status: 'ok' });
  });
  const failed = (error: unknown, context: Context): Response | Promise<Response> => {
    // What was given up because whoever asked had gone is nobody's failure. Nobody gets this; the log tells it.
    if (isAbort(error) && goneSignal(context).aborted) return new Response(null, { status: gone });
    if (isSending(context)) withAlways(context);
    return isSnapshot(context) ? problemAnswer(context, error, tell) : errorAnswer(context, error, tell);
  };
  app.notFound((context) => failed(new HtsdError('not-found'), context));
  app.onError(failed);
  return app;

  async function namedIn(context: Context): Promise<Identity> {
    const identity = await identify({
      authorization: headerOf(context, 'authorization'),
      province: headerOf(context, 'htsd-province'),
    });
    if (identity.actor) limits.person?.(JSON.stringify([identity.province, identity.actor.id]));
    return identity;
  }

  async function identityOf(context: Context): Promise<Identity> {
    return charges.of(await namedIn(context));
  }

  /** `person`: a stranger is sent away before anything of what he brings is read. */
  async function deskFor(context: Context, who: 'anybody' | 'person' = 'anybody'): Promise<Desk> {
    const identity = await identityOf(context);
    if (who === 'person' && !identity.actor) throw new HtsdError('unauthenticated');
    return deskOf(options, identity);
  }

  /**
   * Has commands decided for who is in charge of places as they were a moment ago, so that not each command of a volunteer asks
   * for them. What is refused so is decided anew by the places of now: another copy of the program may have changed them.
   */
  async function execute(
    identity: Identity,
    commands: readonly unknown[],
    signal: AbortSignal,
  ): Promise<Receipt[]> {
    const first = await deskOf(options, await charges.of(identity, placesHeld)).execute(commands, signal);
    if (!identity.actor || !mayNamePlaces(identity.actor) || !first.some(isForbidden)) return first;
    const again = await deskOf(options, await charges.of(identity)).execute(commands, signal);
    return first.map((receipt, at) => (receipt.status === 'applied' ? receipt : again[at]!));
  }
}
