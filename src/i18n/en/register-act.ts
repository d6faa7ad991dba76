import type { Translation } from '../translate.js';
import type { registerActVi } from '../vi/register-act.js';

export const registerActEn = {
  'register.act.title.register': 'Register for {year}',
  'register.act.title.submit': 'Submit self-assessments',
  'register.act.title.verify': 'Verify results',
  'register.act.fit': { one: '{n} subject will be sent.', other: '{n} subjects will be sent.' },
  'register.act.unfit.register': {
    one: '{n} subject is registered for this year already, or no criteria set fits it; it is not sent.',
    other:
      '{n} subjects are registered for this year already, or no criteria set fits them; they are not sent.',
  },
  'register.act.unfit.submit': {
    one: '{n} subject has no self-assessment under way; it is not sent.',
    other: '{n} subjects have no self-assessment under way; they are not sent.',
  },
  'register.act.unfit.verify': {
    one: '{n} subject is not awaiting review; it is not sent.',
    other: '{n} subjects are not awaiting review; they are not sent.',
  },
  'register.act.hint.register': 'The criteria set of a year can be changed until the self-assessment begins.',
  'register.act.hint.submit': 'Those with missing answers or evidence cannot be submitted and will be named.',
  'register.act.hint.verify':
    'Verify only what you have read and agree with. Nobody verifies an assessment of his own.',
  'register.act.set': 'Criteria set for {model}',
  'register.act.set.none': 'There is no criteria set for {model} in {year}.',
  'register.act.set.sample': '{title} (sample, not checked against an official text)',
  'register.act.go': { one: 'Send {n} subject', other: 'Send {n} subjects' },
  'register.act.most': 'At most {most} subjects are sent at a time. Please select fewer.',
  'register.act.cancel': 'Not now',
  'register.act.waits.register': {
    one: '{n} subject will be registered for {year}.',
    other: '{n} subjects will be registered for {year}.',
  },
  'register.act.waits.submit': {
    one: '{n} self-assessment of {year} will be submitted.',
    other: '{n} self-assessments of {year} will be submitted.',
  },
  'register.act.waits.verify': {
    one: '{n} self-assessment of {year} will be verified.',
    other: '{n} self-assessments of {year} will be verified.',
  },
  'register.act.seconds': { one: 'Sent in {n} second', other: 'Sent in {n} seconds' },
  'register.act.undo': 'Undo',
  'register.act.now': 'Send now',
  'register.act.sending': 'Sending: {told}/{all}',
  'register.act.progress': 'Progress of sending',
  'register.act.stuck': {
    one: '{n} subject could not be sent; it is kept on this device.',
    other: '{n} subjects could not be sent; they are kept on this device.',
  },
  'register.act.retry': 'Send again',
  'register.act.undone': 'Undone, nothing was sent.',
  'register.act.done.register': {
    one: '{n} subject was registered.',
    other: '{n} subjects were registered.',
  },
  'register.act.done.submit': { one: '{n} was submitted.', other: '{n} were submitted.' },
  'register.act.done.verify': { one: '{n} was verified.', other: '{n} were verified.' },
  'register.act.failed': {
    one: '{n} subject could not be done and is still selected:',
    other: '{n} subjects could not be done and are still selected:',
  },
  'register.act.failed.one': '{name}: {reason}',
  'register.act.failed.more': 'and {n} more',
  'register.act.conflict': 'Somebody else has just changed it. Please look at it again before you send it.',
  'register.act.dismiss': 'Read',
  'register.propose.title': 'List of those proposed for recognition',
  'register.propose.fit': {
    one: '{n} verified subject is on the list.',
    other: '{n} verified subjects are on the list.',
  },
  'register.propose.unfit': {
    one: '{n} subject is not verified and not on the list.',
    other: '{n} subjects are not verified and not on the list.',
  },
  'register.propose.sample':
    'The layout is a sample, not checked against an official text; please adapt it to the local form before use.',
  'register.propose.organisation': 'Organisation that draws it up',
  'register.propose.parent': 'Organisation above it',
  'register.propose.place': 'Place',
  'register.propose.signer': 'Position of the signer',
  'register.propose.signer.usual': 'Chair of the Association for Promoting Education',
  'register.propose.print': 'Print',
  'register.propose.docx': 'Download DOCX',
  'register.propose.xlsx': 'Download Excel',
} satisfies Translation<typeof registerActVi>;
