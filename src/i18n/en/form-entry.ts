import type { Translation } from '../translate.js';
import type { formEntryVi } from '../vi/form-entry.js';

/** Sentences for registering, for correcting what was registered, and for consents. */
export const formEntryEn: Translation<typeof formEntryVi> = {
  'form.set.superseded': 'Superseded',
  'register.title': 'Register for the title',
  'register.lead': 'Register once a year, then assess by the criteria set that is chosen here.',
  'registration.year':
    'Choose another year to open the self-assessment of that year. That of {year} stays as it is.',
  'registration.year.open': 'Open the self-assessment of {year}',
  'registration.fixed':
    'The self-assessment of this year was submitted before, so its criteria set can be changed no more.',
  'registration.plan':
    'Changing the criteria set: {carried} answers are taken over, {left} are not asked for by the new set.',
  'registration.plan.left':
    'Those are kept apart, stay readable, and come back when the earlier set is chosen again.',
  'registration.plan.back': {
    one: '{n} answer given to this set before comes back.',
    other: '{n} answers given to this set before come back.',
  },
  'registration.plan.empty': 'Changing the criteria set. There are no answers to take over yet.',
  'registration.save': 'Save registration',
  'registration.change': 'Save and change the criteria set',
  'registration.saving': 'Saving…',
  'registration.cancel': 'Close',
  'register.cycle': 'Year assessed',
  'register.subject': 'Register',
  'register.subject.new': 'Somebody new',
  'register.name': 'Name',
  'register.name.unit': 'Name of the unit',
  'register.name.family': 'Name of the head of the household',
  'register.name.clan': 'Name of the clan',
  'register.name.community': 'Name of the community',
  'register.name.citizen': 'Full name',
  'register.parent': 'Parent organisation',
  'register.parent.community': 'Superior body',
  'register.place': 'Place (commune or ward; province or city)',
  'register.headName': 'Head',
  'register.headName.clan': 'Head of the clan',
  'register.headPosition': 'Position',
  'register.criteria': 'Criteria set',
  'register.criteria.citizen': 'Group of people and criteria set',
  'register.facts': 'About the unit',
  'register.choose': 'Choose…',
  'register.missing': 'Not filled in.',
  'register.unchosen': 'Not chosen.',
  'register.errors': { one: '{n} item is missing', other: '{n} items are missing' },
  'register.error.name': 'Enter the name',
  'register.error.place': 'Enter the place',
  'register.error.criteria': 'Choose a criteria set',
  'register.error.fact': 'Say what kind of unit it is',
  'register.error.consent': 'Tick the consent to the use of personal data',
  'register.submit': 'Register and start the self-assessment',
  'register.sending': 'Registering…',
  'register.failed': 'Not registered yet. What was entered is still here; please try again.',
  'consent.title': 'Consent to the use of personal data',
  'consent.what.family':
    'This form records the name of the head of the household, the place and the self-assessment of the family, so that whoever receives the registration can examine and recognise it.',
  'consent.what.citizen':
    'This form records your name, place and self-assessment, so that whoever receives the registration can examine and recognise it.',
  'consent.what.clan':
    'This form records the name of the head of the clan, so that whoever receives the registration can examine and recognise it.',
  'consent.rights':
    'Consent is voluntary; the data can be seen, corrected, and the consent withdrawn at any time in this form.',
  'consent.controller': 'Controller of the personal data: {name}.',
  'consent.controller.unknown':
    'This page does not name the controller of the personal data. Whoever receives the self-assessment decides on their use; please ask there before you consent.',
  'consent.retention': {
    one: 'The data are kept for {n} year after submitting and deleted then.',
    other: 'The data are kept for {n} years after submitting and deleted then.',
  },
  'consent.retention.unknown':
    'This page does not say how long the data are kept; whoever receives the self-assessment decides that.',
  'consent.assessment': 'I consent to the use of these data for examining and recognising the title.',
  'consent.publication': 'I consent to publishing name and result once recognised (optional).',
  'consent.child':
    'Publishing the name or photo of a child aged 7 or more also needs the consent of the child, who signs on a line of its own on the printed form.',
  'consent.giverName': 'Who consents',
  'consent.giverName.hint': '(leave empty if it is the person named above)',
  'consent.relation': 'Relation',
  'consent.relation.hint': '(when consenting for somebody, e.g. mother, guardian)',
  'consent.cancel': 'Later',
  'consent.ok': 'I consent',
  'consent.withdraw.title': 'Withdraw the consent?',
  'consent.withdraw.hint':
    'From then on the data may no longer be used for examining the title or be published. What was entered stays in the form; consent can be given again later.',
  'consent.withdraw.cancel': 'Keep the consent',
};
