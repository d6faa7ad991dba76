import { HtsdError } from '../../errors.js';
import type { Filter, Styles } from './mapping.schema.js';
import { wordOf } from './paths.js';
import { valueStyles } from './styles.js';

/** The conditions of a question as one parameter of the address; nothing where none was given. Errors: invalid. */
export function filterOf(
  filter: Filter | undefined,
  params: object,
  styles?: Styles,
): Record<string, string> {
  if (!filter) return {};
  const kinds = valueStyles(styles);
  const given: Readonly<Record<string, unknown>> = { ...params };
  const terms = Object.entries(filter.terms).flatMap(([name, term]) => {
    const ours = Object.hasOwn(given, name) ? given[name] : undefined;
    if (ours === undefined) return [];
    const { text, as, values } =
      typeof term === 'string' ? { text: term, as: undefined, values: undefined } : term;
    let value = values ? (Object.hasOwn(values, wordOf(ours)) ? values[wordOf(ours)] : undefined) : ours;
    if (as && value !== undefined) value = kinds[as].write(value);
    if (value === undefined) throw new HtsdError('invalid', { params: { field: name } });
    // A value ends no quotation that it stands in.
    const said = wordOf(value).replaceAll("'", "''");
    return [text.replaceAll('{value}', () => said)];
  });
  return terms.length === 0 ? {} : { [filter.name]: terms.join(filter.join ?? ' and ') };
}
