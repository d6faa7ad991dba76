import { html, nothing, type TemplateResult } from 'lit';
import type { Locality } from '../../src/domain/locality/locality.schema.js';
import { formatDate } from '../../src/i18n/translate.js';
import type { LanguageController } from '../base/language.js';
import { dayAfter, type PlaceOption } from './place-options.js';

/** A name within a sentence: kinds are written small there, "tỉnh Bắc Ninh". */
const within = (name: string, l: LanguageController): string =>
  l.lang === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;

const whole = (place: Locality, above: readonly Locality[], l: LanguageController): string =>
  [place, ...above].map(({ fullName }) => within(l.text(fullName), l)).join(', ');

/** Its level and what it lies in: "cấp xã, tỉnh Bắc Ninh". */
const whereOf = ({ place, above }: PlaceOption, l: LanguageController): string =>
  [l.t(`picker.level.${place.level}`), ...above.map(({ fullName }) => within(l.text(fullName), l))].join(
    ', ',
  );

/** By what former place it was found; nothing for one of today. */
function formerOf({ place, former }: PlaceOption, l: LanguageController): string | undefined {
  if (!former) return undefined;
  const day = formatDate(dayAfter(former.place.to ?? ''));
  if (former.place === place) return l.t('picker.ended', { day });
  const name = whole(former.place, former.above, l);
  return l.t(former.successors.length > 1 ? 'picker.part' : 'picker.before', { day, name });
}

/** One line of the list. */
export function optionView(
  option: PlaceOption,
  index: number,
  { active, chosen, l }: { active: boolean; chosen: boolean; l: LanguageController },
): TemplateResult {
  const former = formerOf(option, l);
  return html`<li
    id="option-${index}"
    role="option"
    part="option"
    class=${active ? 'active' : ''}
    aria-selected=${chosen ? 'true' : 'false'}
    data-index=${index}
  >
    <span class="name">${l.text(option.place.fullName)}</span>
    <span class="where">${whereOf(option, l)}</span>
    ${former === undefined ? nothing : html`<span class="was">${former}</span>`}
  </li>`;
}

/** What stands in the field for a chosen place: "Phường Việt Yên, tỉnh Bắc Ninh". */
export function chosenText(place: Locality, above: readonly Locality[], l: LanguageController): string {
  return [l.text(place.fullName), ...above.map(({ fullName }) => within(l.text(fullName), l))].join(', ');
}
