import { html } from 'hono/html';
import type { Wordings } from '../../i18n/translate.js';
import { pageStyles } from './page-styles.js';
import { styleElement } from './style-policy.js';

export type Markup = ReturnType<typeof html>;

/** A whole page without script. `content` is escaped already, `title` is not. */
export async function page(title: string, content: Markup, l: Wordings): Promise<string> {
  const whole = await html`<!doctype html>
    <html lang="${l.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleElement(pageStyles)}
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `;
  return whole.toString();
}

/** A page that says why there is none, in plain words. */
export const problemPage = (sentence: string, l: Wordings): Promise<string> =>
  page(
    l.t('snapshot.problem'),
    html`<h1>${l.t('snapshot.problem')}</h1>
      <p>${sentence}</p>`,
    l,
  );
