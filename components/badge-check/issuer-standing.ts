import type { CompetentBody, Verification } from '../../src/credential/verify.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import { isCompetent } from '../../src/domain/competence.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import type { IssuerStanding } from './outcome.types.js';

/** The registry as the check of signatures takes it: one entry for each id of a body. */
export function bodiesOf(registry: Registry | undefined): CompetentBody[] {
  return (registry?.bodies ?? []).flatMap(({ ids, name, places, from, to }) =>
    ids.map((issuer) => ({
      issuer,
      name: name.vi,
      ...(places !== '*' && {
        places: places.map(({ name: place, code }) => ({ name: place, ...(code !== undefined && { code }) })),
      }),
      validFrom: from,
      ...(to !== undefined && { validUntil: to }),
    })),
  );
}

/**
 * Whether the issuer may grant such a title, at that place, on that day. Undefined where the badge's own words are not to
 * be believed: whose name stands on a forgery says nothing.
 */
export function issuerStanding(
  { answer, badge }: Verification,
  registry: Registry | undefined,
): IssuerStanding | undefined {
  if (!badge || answer === 'not-genuine' || answer === 'could-not-check') return undefined;
  const { issuer, place, awardedOn, validFrom, model } = badge;
  const name = { vi: issuer.name ?? issuer.id ?? '' };
  if (!registry) return { code: 'no-registry', name, sample: false };
  const instant = awardedOn ?? validFrom ?? '';
  const date = Number.isNaN(Date.parse(instant)) ? '' : dateInVietnam(instant);
  // A model that we do not know is in no body's list.
  const found = isCompetent(registry, issuer.id ?? '', place ?? { name: '' }, date, (model ?? '') as Model);
  const { sample } = found;
  if (found.competent) return { code: 'listed', name: found.body.name, sample };
  if (found.why === 'unlisted') return { code: 'issuer-unlisted', name, sample };
  return {
    code: found.why === 'model' ? 'issuer-not-for-model' : 'issuer-not-for-place-or-date',
    name,
    sample,
  };
}
