import type { CompetentBody, Registry } from './registry.schema.js';
import type { Issuer } from './recognition.schema.js';
import type { Subject } from './subject.schema.js';
import type { Model } from './text.schema.js';

/**
 * Whether a body may grant a title. `unlisted`: the registry does not know it at all; otherwise the first of place,
 * time and model that no entry of the body fits. None of them says that the title is wrong, only that it is unwarranted.
 */
export type Competence =
  | { competent: true; body: CompetentBody; sample: boolean }
  | { competent: false; why: 'unlisted' | 'place' | 'time' | 'model'; sample: boolean };

/** A place by its code where both sides have one, otherwise by its name, however it is composed or spaced. */
function samePlace(
  a: { name: string; code?: string | undefined },
  b: { name: string; code?: string | undefined },
): boolean {
  if (a.code !== undefined && b.code !== undefined) return a.code === b.code;
  const plain = (name: string): string =>
    name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
  return plain(a.name) === plain(b.name);
}

/**
 * Whether the body in whose name a decision is made may grant a title of that model at that place. The one question for the
 * signer's screen before and for the back end after, so that both say the same. Undefined without a registry.
 */
export function mayGrant(
  registry: Registry | undefined,
  { issuer, date }: { issuer: Pick<Issuer, 'id'>; date: string },
  { place, model }: Pick<Subject, 'place' | 'model'>,
): Competence | undefined {
  return registry && isCompetent(registry, issuer.id, place, date, model);
}

/** Looks an issuer up for a place, a day (`2026-12-31`) and a model. */
export function isCompetent(
  registry: Registry,
  issuerId: string,
  place: { name: string; code?: string | undefined },
  date: string,
  model: Model,
): Competence {
  const sample = registry.status === 'sample';
  const no = (why: 'unlisted' | 'place' | 'time' | 'model'): Competence => ({
    competent: false,
    why,
    sample,
  });
  const own = registry.bodies.filter(({ ids }) => ids.includes(issuerId));
  if (own.length === 0) return no('unlisted');
  const here = own.filter(({ places }) => places === '*' || places.some((one) => samePlace(one, place)));
  if (here.length === 0) return no('place');
  const then = here.filter(({ from, to }) => from <= date && (to === undefined || date <= to));
  if (then.length === 0) return no('time');
  const body = then.find(({ models }) => models.includes(model));
  return body ? { competent: true, body, sample } : no('model');
}
