import { dateInVietnam } from '../../domain/civil-date.js';
import type { BadgeView, CompetentBody, IssuerTrust } from './verdict.types.js';

/** Whether the registry knows the issuer as competent for the place and on the date of the title. */
export function issuerTrust(
  issuer: string,
  { place, awardedOn, validFrom }: BadgeView,
  registry: readonly CompetentBody[],
): IssuerTrust {
  const bodies = registry.filter((body) => body.issuer === issuer);
  if (bodies.length === 0) return 'unlisted';
  const instant = awardedOn ?? validFrom ?? '';
  const date = Number.isNaN(Date.parse(instant)) ? '' : dateInVietnam(instant);
  const competent = bodies.some((body) => isInTime(body, date) && isInPlace(body, place));
  return competent ? 'listed' : 'listed-not-for-place-or-date';
}

const isInTime = ({ validFrom, validUntil }: CompetentBody, date: string): boolean =>
  date >= validFrom && (validUntil === undefined || date <= validUntil);

/** By code where both sides have one; codes were given anew, so that the date above belongs to it. */
function isInPlace({ places }: CompetentBody, place: BadgeView['place']): boolean {
  if (places === undefined) return true;
  return places.some(({ code, name }) =>
    code !== undefined && place?.code !== undefined
      ? code === place.code
      : name !== undefined &&
        name.normalize('NFC').toLowerCase() === place?.name.normalize('NFC').toLowerCase(),
  );
}
