import { html } from 'hono/html';
import type { Wordings } from '../../i18n/translate.js';
import { pageStyles } from './page-styles.js';
import { shell, type Markup } from './shell.js';

/** A page for portals that allow no script. `content` is escaped already, `title` is not. */
export const page = (title: string, content: Markup, { lang }: Wordings): Promise<string> =>
  shell({ lang, title, styles: pageStyles }, content);

/** A page that says why there is none, in plain words. */
export const problemPage = (sentence: string, l: Wordings): Promise<string> =>
  page(
    l.t('snapshot.problem'),
    html`<h1>${l.t('snapshot.problem')}</h1>
      <p>${sentence}</p>`,
    l,
  );
