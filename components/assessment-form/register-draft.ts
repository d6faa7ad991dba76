import type { RegisterFields } from '../../src/client/view.types.js';
import { criteriaKey } from '../../src/domain/criteria-key.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import { noConsent } from './parts/consent-view.js';
import type { RegisterDraft } from './parts/register-view.js';

/** What the register step starts with: what is known about the subject, else what the host says. */
export function firstDraft(form: HtsdAssessmentForm): RegisterDraft {
  const { view, subjectName, parentOrganisation, place, headName, headPosition } = form;
  const subject = view?.subject;
  // Of a subject that cannot be read any more, what it still says.
  const left = view?.problem?.params ?? {};
  const said = (field: string): string | undefined =>
    left['kind'] === 'subject' && left[field] !== undefined ? String(left[field]) : undefined;
  return {
    name: subject?.name ?? said('name') ?? subjectName,
    parent: subject?.parent ?? said('parent') ?? parentOrganisation,
    place: subject?.place.name ?? said('place') ?? place,
    headName: subject?.head?.name ?? said('headName') ?? headName,
    headPosition: subject?.head?.position ?? said('headPosition') ?? headPosition,
    criteria: '',
    consent: noConsent,
    facts: { ...subject?.facts },
  };
}

/**
 * The set that is chosen as long as the person has chosen none: the one that the year was registered for, or that the
 * host names, or the only one. Where several apply, which one is for the person to say.
 */
export function presetChoice(form: HtsdAssessmentForm): string {
  const { view, criteria } = form;
  const choices = view?.choices ?? [];
  const registered = view?.subject?.registrations.find((one) => one.cycle === view.cycle)?.criteria;
  const preset =
    choices.find((set) => registered && criteriaKey(set) === criteriaKey(registered)) ??
    choices.find((set) => set.id === criteria) ??
    (choices.length === 1 ? choices[0] : undefined);
  return preset ? criteriaKey(preset) : '';
}

/** One thing that was typed or ticked about who is assessed; undefined where the field is none of these. */
export function patchedDraft<D extends RegisterDraft>(draft: D, target: HTMLInputElement): D | undefined {
  const { g, fact } = target.dataset;
  if (g) return { ...draft, [g]: target.value };
  if (!fact) return undefined;
  const facts = { ...draft.facts };
  if (target.type === 'checkbox') facts[fact] = target.checked;
  else if (target.value) facts[fact] = target.value;
  else delete facts[fact];
  return { ...draft, facts };
}

/**
 * What was typed as it is registered, without consents. Fields that the subject had before are emptied where nothing stands
 * in them any more.
 */
export function fieldsOf(
  draft: RegisterDraft,
  chosen: CriteriaSetSummary,
  form: HtsdAssessmentForm,
): RegisterFields {
  const clean = (text: string): string => text.trim().normalize('NFC');
  const asked = new Set(chosen.facts?.map((fact) => fact.id));
  const name = clean(draft.headName);
  const position = clean(draft.headPosition);
  const place = clean(draft.place);
  const known = form.view?.subject;
  // The code of the place that is known of the subject, or that the host names, as long as it is this one.
  const code =
    (place === known?.place.name && known.place.code) ||
    (place === clean(form.place) && form.getAttribute('place-code')?.trim());
  return {
    subjectGroup: chosen.subjectGroup,
    name: clean(draft.name),
    place: { name: place, ...(code && { code }) },
    parent: clean(draft.parent) || (known?.parent === undefined ? undefined : ''),
    head: name || known?.head ? { name, position: position || undefined } : undefined,
    facts: Object.fromEntries(Object.entries(draft.facts).filter(([id]) => asked.has(id))),
    criteria: { id: chosen.id, version: chosen.version },
  };
}
