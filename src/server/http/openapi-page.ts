import { html } from 'hono/html';
import { cardFont } from '../../badge-art/card.js';
import { colourStyles } from '../snapshots/colour-styles.js';
import { shell, type Markup } from '../snapshots/shell.js';
import { styleSource } from '../snapshots/style-policy.js';

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

interface Body {
  description?: string;
  $ref?: string;
  content?: Readonly<Record<string, { schema?: Schema }>>;
}

interface Operation {
  summary: string;
  parameters?: readonly Parameter[];
  requestBody?: Body;
  responses: Readonly<Record<string, Body>>;
  security?: readonly unknown[];
}

/** What of the description the page tells. */
export interface Described {
  info: { title: string; version: string; description: string };
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
}

const styles =
  colourStyles +
  ':root{color-scheme:light dark}*{box-sizing:border-box}' +
  `body{margin:0;background:var(--surface);color:var(--ink);font:16px/1.5 ${cardFont};overflow-wrap:anywhere}` +
  'main{max-width:960px;margin:0 auto;padding:24px 16px}h1,h2,h3,p,pre,ul{margin:0;padding:0}' +
  'h1{font-size:1.6em;line-height:1.3}h2{font-size:1.25em;margin:40px 0 8px}h3{font-size:1em;line-height:1.5;font-weight:600}' +
  'p{margin-top:4px}.hint,.in{color:var(--ink-muted);font-size:.92em}a{color:var(--accent)}' +
  ':focus-visible{outline:3px solid var(--focus);outline-offset:2px}' +
  'code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.9em}' +
  'article{border-top:1px solid var(--line);padding:16px 0}.method{color:var(--accent);text-transform:uppercase}' +
  'table{width:100%;border-collapse:collapse;margin-top:8px}caption{text-align:start;color:var(--ink-muted);font-size:.92em}' +
  'th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:baseline;font-weight:400}' +
  'details{margin-top:8px}summary{min-height:24px;cursor:pointer}' +
  'pre{margin-top:4px;scroll-margin-top:48px;padding:12px;border:1px solid var(--line);white-space:pre-wrap}' +
  '.names{columns:16em;list-style:none;margin-top:8px}.names a{display:inline-block;min-height:24px}' +
  'summary h3{display:inline}@media print{:root{color-scheme:light}}';

/** What the page is served with: its own style element works, and nothing else of any kind. */
export const openApiPolicy = `default-src 'none'; style-src ${styleSource(styles)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`;

const reference = /("#\/components\/schemas\/[^"]+")/;
const anchor = (name: string): string => `schema-${name}`;

/**
 * A schema as it stands in the description, with each name of another leading there.
 * @param id by which others lead here
 */
function code(schema: unknown, id = ''): Markup {
  const pieces = JSON.stringify(schema, null, 2)
    .split(reference)
    .map((piece) => {
      if (!reference.test(piece)) return piece;
      const name = piece.slice('"#/components/schemas/'.length, -1);
      return html`<a href="#${anchor(name)}">${piece}</a>`;
    });
  return html`<pre${id ? html` id="${id}"` : ''}><code>${pieces}</code></pre>`;
}

const contents = (title: string, { content = {} }: Body): Markup[] =>
  Object.entries(content).map(([type, { schema }]) =>
    schema
      ? html`<details>
          <summary>${title}, <code>${type}</code></summary>
          ${code(schema)}
        </details>`
      : html`<p class="hint">${title}: <code>${type}</code></p>`,
  );

const parameterTable = (all: readonly Parameter[]): Markup =>
  html`<table>
    <caption>
      Parameters
    </caption>
    ${all.map(
      ({ name, in: where, required, description, schema }) =>
        html`<tr>
          <th scope="row">
            <code>${name}</code> <span class="in">${where}${required ? ', required' : ''}</span>
          </th>
          <td>
            ${oneLine(schema) ?? code(schema)}${description ? html` <span class="in">${description}</span>` : ''}
          </td>
        </tr>`,
    )}
  </table>`;

/** Short ones need no box of their own. */
function oneLine(schema: Schema): Markup | undefined {
  const text = JSON.stringify(schema);
  return text.length > 90 || reference.test(text) ? undefined : html`<code>${text}</code>`;
}

function operationPart(path: string, method: string, operation: Operation): Markup {
  const { summary, parameters = [], requestBody, responses, security } = operation;
  return html`<article>
    <h3>
      <code><span class="method">${method}</span> ${path}</code>
    </h3>
    <p>${summary}${security?.length === 0 ? html` <span class="hint">(without a sign-in)</span>` : ''}</p>
    ${parameters.length > 0 ? parameterTable(parameters) : ''}
    ${requestBody ? contents('What is sent', requestBody) : ''}
    ${Object.entries(responses).flatMap(([status, body]) => contents(`Answer ${status}`, body))}
  </article>`;
}

/**
 * The description of the interface as a page for people, without script.
 * @param described an OpenAPI 3.1 document of this server
 */
export function openApiPage({ info, paths, components }: Described): Promise<string> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationPart(path, method, operation)),
  );
  const schemas = Object.entries(components.schemas);
  const title = `${info.title} ${info.version}: interface of the server`;
  return shell(
    { lang: 'en', title, styles },
    html`<h1>${title}</h1>
      <p>${info.description}</p>
      <p class="hint">For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
      <h2>Operations</h2>
      ${operations}
      <h2>Failures</h2>
      <p>
        Every other answer is of the form
        <code>{"error":{"code":"…","params":{…},"retryable":false}}</code>.
      </p>
      <h2>Schemas</h2>
      <ul class="names">
        ${schemas.map(([name]) => html`<li><a href="#${anchor(name)}">${name}</a></li>`)}
      </ul>
      ${schemas.map(
        ([name, schema]) =>
          html`<details>
            <summary>
              <h3><code>${name}</code></h3>
            </summary>
            ${code(schema, anchor(name))}
          </details>`,
      )}`,
  );
}
