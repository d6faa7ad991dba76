import { html } from 'hono/html';
import { styleElement } from './style-policy.js';

export type Markup = ReturnType<typeof html>;

/**
 * A whole page without script.
 * @param about what its head says; `title` is escaped here, `styles` is what its policy allows by hash
 * @param content escaped already
 */
export async function shell(
  { lang, title, styles }: { lang: string; title: string; styles: string },
  content: Markup,
): Promise<string> {
  const whole = await html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleElement(styles)}
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `;
  return whole.toString();
}
