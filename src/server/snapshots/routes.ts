import type { Context, Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { HtsdError } from '../../backend/errors.js';
import { Cycle } from '../../domain/text.schema.js';
import { deskOf, type Desk, type House } from '../backend-of.js';
import { badgeImage } from './badge-image.js';
import { forAMoment } from './for-a-moment.js';
import { fundPage } from './fund-page.js';
import { gaugeImage, gaugeStyleSource } from './gauge-image.js';
import { pagePolicy } from './page-styles.js';
import { langOf } from './lang-of.js';
import { readBook, readFund, type PublicBook } from './read-fund.js';
import { readGauge } from './read-gauge.js';
import { wordingsOf } from './wordings.js';

/** Seconds that a portal or a proxy may keep an answer: what was revoked is not shown as valid for long. */
const kept = 300;

/** Ledgers held at a time: one may have a hundred thousand entries. */
const mostBooks = 10;

const svg = 'image/svg+xml; charset=utf-8';
/** What an answer says of where it may be shown, also where nothing of it is sent again. */
const framing = ['cross-origin-resource-policy', 'content-security-policy', 'x-frame-options'];

/** Pictures and pages for portals that run no script: without a sign-in, what anybody may read, and cacheable. */
export function addSnapshots(app: Hono, house: House): void {
  const clock = (): number => house.now().getTime();
  const held = forAMoment<string>(clock);
  // Read once for all years and languages that somebody may ask for.
  const books = forAMoment<PublicBook>(clock, mostBooks);
  const deskFor = (context: Context): [Desk, AbortSignal] => [
    deskOf(house, { actor: null, province: context.req.param('province') ?? '' }),
    context.req.raw.signal,
  ];

  // Who has it still is answered without it.
  app.use('/public/*', etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...framing] }));

  app.get('/public/:province/recognitions/:id/badge.svg', async (context) => {
    const [desk, signal] = deskFor(context);
    const { items } = await desk.query('recognition.get', { id: context.req.param('id') }, signal);
    const [found] = items;
    if (!found) throw new HtsdError('not-found');
    return image(context, badgeImage(found, langOf(context), house.now()));
  });

  app.get('/public/:province/gauges/:locality/:indicator/gauge.svg', async (context) => {
    const [desk] = deskFor(context);
    const { province, locality, indicator } = context.req.param();
    const [year, lang] = [yearOf(context), langOf(context)];
    const key = JSON.stringify([province, locality, indicator, year, lang]);
    const drawn = await held(`gauge ${key}`, async () => {
      const aim = { locality, indicator, ...(year !== undefined && { year: Number(year) }) };
      // Others may wait for it, too: it is made to the end whoever goes away.
      const view = await readGauge(desk, aim, house.now(), new AbortController().signal);
      return gaugeImage(view, wordingsOf(lang));
    });
    return image(
      context,
      drawn,
      `default-src 'none'; style-src ${gaugeStyleSource}; frame-ancestors 'none'; sandbox`,
    );
  });

  app.get('/public/:province/funds/:fund/fund.html', async (context) => {
    // To be framed by any portal, also where it says that there is nothing.
    context.header('X-Frame-Options', undefined);
    context.header('Content-Security-Policy', pagePolicy);
    const [desk, signal] = deskFor(context);
    const { province, fund: id } = context.req.param();
    const [year, lang] = [yearOf(context), langOf(context)];
    // What is not published any more is gone at once, and what was recorded since is there.
    const fund = await readFund(desk, id, signal);
    const key = JSON.stringify([province, fund]);
    const made = await held(`fund ${JSON.stringify([key, year, lang])}`, async () => {
      const book = await books(key, () => readBook(desk, id, new AbortController().signal));
      return fundPage(book, year, wordingsOf(lang));
    });
    return context.body(made, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': `public, max-age=${kept}`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
}

/** A picture, meant for the pages of others. */
function image(context: Context, body: string, policy?: string): Response {
  return context.body(body, 200, {
    'Content-Type': svg,
    'Cache-Control': `public, max-age=${kept}`,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(policy !== undefined && { 'Content-Security-Policy': policy }),
  });
}

/** The year that is asked for. Errors: not-found, where it cannot be one. */
function yearOf({ req }: Context): string | undefined {
  const year = req.query('year');
  if (year === undefined || year === '') return undefined;
  if (!Cycle.safeParse(year).success) throw new HtsdError('not-found');
  return year;
}
