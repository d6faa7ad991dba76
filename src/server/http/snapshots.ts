import type { Hono } from 'hono';
import { HtsdError } from '../../backend/errors.js';
import { deskOf, type House } from '../backend-of.js';
import { badgeImage } from './badge-image.js';

/** Seconds that a portal or a proxy may keep a picture: what was revoked is not shown as valid for long. */
const kept = 300;

/** Pictures for pages that run no script: without a sign-in, what anybody may read, and cacheable. */
export function addSnapshots(app: Hono, house: House): void {
  app.get('/public/:province/recognitions/:id/badge.svg', async (context) => {
    const { province, id } = context.req.param();
    const desk = deskOf(house, { actor: null, province });
    const { items } = await desk.query('recognition.get', { id }, context.req.raw.signal);
    const [found] = items;
    if (!found) throw new HtsdError('not-found');
    const image = badgeImage(found, context.req.query('lang') === 'en' ? 'en' : 'vi', house.now());
    return context.body(image, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': `public, max-age=${kept}`,
      // Meant for the pages of others, as a picture.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
}
