/** What can be written down as a constant of PHP. */
export type PhpValue =
  | string
  | number
  | boolean
  | null
  | readonly PhpValue[]
  | { readonly [key: string]: PhpValue | undefined };

/** Characters of a line. */
const width = 120;

const quoted = (text: string): string => `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;

/** A value as PHP source. `depth`: how far the line that it begins on is indented, in steps of four. */
export function phpOf(value: PhpValue, depth = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const items: string[] = Array.isArray(value)
    ? value.map((one: PhpValue) => phpOf(one, depth + 1))
    : Object.entries(value as Record<string, PhpValue>).map(
        ([key, one]) => `${quoted(key)} => ${phpOf(one, depth + 1)}`,
      );
  const line = `[${items.join(', ')}]`;
  const nested = items.some((one) => one.includes('\n'));
  if (!nested && line.length + depth * 4 + 30 <= width) return line;
  const pad = '    '.repeat(depth + 1);
  return `[\n${items.map((one) => `${pad}${one},\n`).join('')}${'    '.repeat(depth)}]`;
}

/** A file of a plugin, with the words that Moodle asks for at its head. */
export function fileOf(about: string, plugin: string, body: string): string {
  return `<?php
// This file is part of HTSD for Moodle - https://moodle.org/
//
// This program is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// This program is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with this program.  If not, see <https://www.gnu.org/licenses/>.

/**
 * ${about}
 *
 * @package    ${plugin}
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

${body}`;
}
