import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Log } from '../log.js';
import type { Metrics } from './metrics.js';

declare module 'hono' {
  interface ContextVariableMap {
    /** The name of the request. */
    request: string;
  }
}

/** The name by which an answer, its line in the log and a complaint find each other. */
export const requestIdHeader = 'HTSD-Request';

/**
 * Writes a line and counts, for each request: which route, what came of it, how long it took. Never what was asked for, by
 * whom or from where.
 */
export function watch(log: Log | undefined, metrics: Metrics | undefined): MiddlewareHandler {
  return async (context, next) => {
    const begin = performance.now();
    const id = randomUUID();
    context.set('request', id);
    context.header(requestIdHeader, id);
    await next();
    const ms = performance.now() - begin;
    const { method } = context.req;
    const { status } = context.res;
    const route = routeOf(context);
    metrics?.answered(method, route, status, ms / 1_000);
    // Balancers ask every few seconds: nobody reads that.
    if (status < 400 && (route === '/health' || route === '/ready')) return;
    log?.('info', 'request', { id, method, route, status, ms: Math.round(ms) });
  };
}

/** The route as it is written in the program, with its holes; what nobody wrote down has one name together. */
function routeOf(context: Context): string {
  const route = matchedRoutes(context).findLast(
    ({ method, path }) => method !== 'ALL' && !path.endsWith('*'),
  );
  return route?.path ?? 'none';
}
