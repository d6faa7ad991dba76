// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {import('./manifest-tags.mjs').Declaration} Declaration */
/** @typedef {import('./manifest-tags.mjs').Item} Item */

const dist = new URL('../dist/', import.meta.url);

/** @param {string | undefined} text */
const cell = (text) => (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** @param {string | undefined} text */
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/**
 * @param {string} title
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(title, head, rows) {
  if (!rows.length) return '';
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${title}\n\n${lines.join('\n')}\n`;
}

/** @param {Declaration} element */
function section(element) {
  const {
    attributes = [],
    members = [],
    slots = [],
    events = [],
    cssParts = [],
    cssProperties = [],
  } = element;
  const attributeOf = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  const fields = members.filter(({ kind, static: fixed }) => kind === 'field' && !fixed);
  // Attributes that only say something to a late part have no field of their own.
  const known = new Set(fields.map(({ name }) => name));
  const alone = attributes.filter(({ fieldName }) => !fieldName || !known.has(fieldName));
  const methods = members.filter(({ kind, description }) => kind === 'method' && description);
  return [
    `## <${element.tagName}>\n`,
    [element.summary, element.description].filter(Boolean).join('\n\n') + '\n',
    table(
      'Attributes and properties',
      ['Attribute', 'Property', 'Type', 'Default', 'What it does'],
      [
        ...fields.map((field) => ({
          ...field,
          attribute: attributeOf.get(field.name),
          property: field.name,
        })),
        ...alone.map((item) => ({ ...item, attribute: item.name, property: undefined })),
      ].map(({ attribute, property, type, default: initial, description }) => [
        code(attribute),
        code(property),
        code(type?.text),
        code(initial),
        cell(description),
      ]),
    ),
    table(
      'Methods',
      ['Method', 'What it does'],
      methods.map(({ name, parameters = [], return: answer, description }) => [
        code(
          `${name}(${parameters.map((parameter) => parameter.name).join(', ')}): ${answer?.type?.text ?? 'void'}`,
        ),
        cell(description),
      ]),
    ),
    table('Events', ['Event', 'When'], events.map(named)),
    table(
      'Slots',
      ['Slot', 'What goes in'],
      slots.map(({ name, description }) => [name ? code(name) : '(default)', cell(description)]),
    ),
    table('CSS parts', ['Part', 'What it is'], cssParts.map(named)),
    table(
      'CSS custom properties',
      ['Property', 'Default', 'What it sets'],
      cssProperties.map(({ name, default: initial, description }) => [
        code(name),
        code(initial),
        cell(description),
      ]),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** @param {Item} item */
function named({ name, description }) {
  return [code(name), cell(description)];
}

/** @type {{ modules: import('./manifest-tags.mjs').Module[] }} */
const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', dist), 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => (a.tagName ?? '').localeCompare(b.tagName ?? ''));
mkdirSync(new URL('docs/', dist), { recursive: true });
writeFileSync(
  new URL('docs/api.md', dist),
  `# Elements\n\nMade from the sources by \`npm run docs\`.\n\n${elements.map(section).join('\n')}`,
);
