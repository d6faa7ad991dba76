import type { Translation } from '../translate.js';
import type { formMoreVi } from '../vi/form-more.js';

/** Sentences of what stands around the criteria of a form: registration, consents, receipt. */
export const formMoreEn: Translation<typeof formMoreVi> = {
  'form.submitting': 'Submitting…',
  'form.say.points': 'Total {total} of {max} points. {outcome}.',
  'form.say.targets': '{total} of {max} targets met. {outcome}.',
  'form.set.sample.hint':
    'This criteria set is a sample to try; wording and points do not follow an official text yet.',
  'form.set.partial.hint':
    'The wording of some targets of this set is not at hand, or not checked against the official text; they are marked, and the result is provisional.',
  'registration.edit': 'Edit registration',
  'consent.given': '{name} consented to the use of personal data on {date}.',
  'consent.given.published':
    '{name} consented to the use of personal data and to publishing the result on {date}.',
  'consent.none': 'Nobody has consented to the use of personal data yet. It is needed before submitting.',
  'consent.withdrawn':
    'The consent to the use of personal data was withdrawn. The self-assessment is still here, but cannot be submitted.',
  'consent.give': 'Consent to the use of personal data',
  'consent.withdraw': 'Withdraw consent',
  'form.withdraw': 'Withdraw',
  'receipt.due': 'Deadlines',
  'receipt.state.submitted': 'The self-assessment is submitted',
  'receipt.state.in-review': 'The self-assessment is being reviewed',
  'receipt.state.returned': 'The self-assessment was returned for completion',
  'receipt.state.verified': 'The self-assessment is verified',
  'receipt.state.recognised': 'The title is recognised',
  'receipt.state.not-recognised': 'The title was not recognised',
  'receipt.state.expired': 'The title has expired',
  'receipt.state.revoked': 'The title was revoked',
  'receipt.state.draft': 'Draft',
  'receipt.waits': 'Saved on this device, waiting to be sent',
  'receipt.waits.hint': 'It has not arrived yet; it is sent when there is a network.',
  'receipt.number': 'Receipt number',
  'receipt.at': 'Submitted at',
  'receipt.by': 'Submitted by',
  'receipt.device': 'The person at this device',
  'receipt.score': 'Self-assessed result',
  'receipt.hint.submitted': 'It can be withdrawn for changes until somebody starts to review it.',
  'receipt.hint.in-review':
    'It can no longer be withdrawn. If it needs a change, ask the reviewer to return it.',
  'receipt.hint.returned': 'Make the changes, then submit again.',
  'receipt.hint.verified': 'It is waiting for the decision.',
  'receipt.hint.recognised': 'Print it and keep it with the decision.',
  'receipt.hint.not-recognised': 'You can register again for next year.',
  'receipt.hint.expired': 'You can register for a new period.',
  'receipt.hint.revoked': 'Please ask the body that decided for the reason.',
  'receipt.hint.draft': 'Not submitted yet.',
};
