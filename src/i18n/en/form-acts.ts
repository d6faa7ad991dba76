import type { Translation } from '../translate.js';
import type { formActsVi } from '../vi/form-acts.js';

/** Sentences of submitting, evidence and paper, and of the rarer states of a form. */
export const formActsEn: Translation<typeof formActsVi> = {
  'form.error':
    'Something went wrong while opening the self-assessment. What was entered is kept on this device.',
  'form.error.storage':
    'The browser does not allow data to be stored on the device (perhaps a private window), so the form cannot be opened. Please open this page in an ordinary window, or allow the page to store data in the settings of the browser and reload it.',
  'form.forbidden.title': 'No access',
  'form.forbidden':
    'This account has not been given the self-assessment. Please sign in with the account of the unit, or ask the administrator.',
  'form.visitor.title': 'Not signed in',
  'form.visitor': 'Please sign in to this page to assess yourself.',
  'form.empty.title': 'No criteria set yet',
  'form.empty':
    'No criteria set applies to this model and year. Please ask the association for promoting education.',
  'form.save.kept': 'Everything entered is still on the screen; please do not close this page.',
  'form.submit.again':
    'The self-assessment is submitted by itself as soon as it can be sent, unless something is changed from now on.',
  'form.not-persisted':
    'The browser does not promise to keep data on this device for long. Please submit or print the self-assessment soon.',
  'form.follower':
    'This self-assessment is being edited in another tab. This tab only shows what is entered there.',
  'form.take-over': 'Edit here instead',
  'form.damaged':
    'Part of the draft was damaged and could not be read. The answers that could be read are back; please check them.',
  'form.cannot-submit': 'Cannot be submitted yet',
  'form.cannot-submit.open': {
    one: '{n} item is not answered or needs correction:',
    other: '{n} items are not answered or need correction:',
  },
  'form.cannot-submit.evidence': {
    one: '{n} item lacks required evidence:',
    other: '{n} items lack required evidence:',
  },
  'register.damaged':
    'The self-assessment for {year} kept on this device is damaged and cannot be opened; the original data are kept as they are.',
  'register.damaged.subject':
    'The registration stored on this device is damaged and cannot be opened; its data are kept as they are.',
  'register.damaged.again': 'You can register again here.',
  'register.damaged.ask':
    'To get the original back, ask the administrator of this page before you clear the data of the browser.',
  'register.damaged.answers':
    'Criteria whose answers can still be read: {n}. They go into the new one once it is registered; please check them.',
  'aside.title': 'Answers to the earlier criteria set ({n})',
  'aside.hint':
    'They do not count in the result. Choose that set again under “Edit registration”, and they come back.',
  'form.set-changed': {
    one: 'The criteria set of this year was changed elsewhere. {n} answer typed here for the earlier set is kept apart on this device and does not count in the result.',
    other:
      'The criteria set of this year was changed elsewhere. {n} answers typed here for the earlier set are kept apart on this device and do not count in the result.',
  },
  'form.remove': 'Remove',
  'form.dismiss': 'Understood',
  'form.note': 'Note',
  'form.evidence': 'Evidence',
  'form.evidence.examples': 'For example: {list}.',
  'form.evidence.photo': 'Photo: {name}',
  'form.evidence.link': 'link',
  'form.evidence.course': 'course, completed on {date}',
  'form.evidence.badge': 'badge, issued on {date}',
  'form.evidence.expires': 'valid until {date}',
  'form.evidence.remove': 'Remove the evidence {name}',
  'form.evidence.working': 'Working on {name}…',
  'form.evidence.add-file': 'Add a photo or PDF',
  'form.evidence.kinds': 'JPEG, PNG or WebP photos (made smaller, location removed) or PDF up to 10 MB.',
  'form.evidence.url': 'Address of the page',
  'form.evidence.url-name': 'Name of the evidence',
  'form.evidence.achievements': 'Take from your courses and badges',
  'form.evidence.add-link': 'Add the link',
  'returned.title': 'Returned by {name} on {date}',
  'returned.remark': 'The reviewer: {text}',
  'returned.mark': 'The reviewer’s mark: {answer}. Reason: {text}',
  'returned.differs': 'The reviewer differs in:',
  'returned.changed': {
    one: '{n} criterion was changed since it was returned:',
    other: '{n} criteria were changed since it was returned:',
  },
  'returned.unchanged': 'Nothing was changed since it was returned.',
  'returned.before': 'When it was returned: {text}',
  'conflict.title': {
    one: '{n} criterion was changed elsewhere',
    other: '{n} criteria were changed elsewhere',
  },
  'conflict.lead': 'Both versions are kept. Choose for each criterion which one to go on with.',
  'conflict.before': 'Before',
  'conflict.mine': 'Here',
  'conflict.theirs': 'Elsewhere',
  'conflict.nothing': 'not answered',
  'conflict.keep-mine': 'Keep this one',
  'conflict.keep-theirs': 'Take the other one',
  'submit.title': 'Submit the self-assessment?',
  'submit.hint':
    'After that it cannot be changed, but it can be withdrawn until somebody starts to review it.',
  'submit.cancel': 'Not yet',
  'submit.ok': 'Submit',
  'withdraw.title': 'Withdraw the self-assessment?',
  'withdraw.hint':
    'It becomes a draft again with everything in it. It has to be submitted again to be reviewed.',
  'withdraw.reason': 'Reason',
  'withdraw.cancel': 'Leave it submitted',
  'withdraw.ok': 'Withdraw',
  'preview.label': 'Evidence {name}',
  'preview.none': 'This file cannot be shown here. It can be downloaded.',
  'preview.download': 'Download',
  'preview.close': 'Close',
  'paper.title': 'Print or save as DOCX',
  'paper.kind': 'Paper',
  'paper.kind.report': 'Self-assessment report and summary table',
  'paper.kind.blank': 'Empty form to fill in by hand',
  'paper.parentOrganisation': 'Parent organisation',
  'paper.organisation': 'Unit',
  'paper.number': 'Number',
  'paper.symbol': 'Symbol',
  'paper.place': 'Place',
  'paper.date': 'Date of signing',
  'paper.authority': 'Signing authority (TM., KT., …)',
  'paper.signerTitle': 'Position of the signer',
  'paper.name': 'Name of the signer',
  'paper.further': 'Further signers (if any)',
  'paper.further.title': 'Position of signer {n}',
  'paper.further.name': 'Name of signer {n}',
  'paper.further.signer': 'Co-signer',
  'paper.addressees': 'To (one a line)',
  'paper.recipients': 'Recipients (one a line)',
  'paper.recipients.default': 'As above\nArchive',
  'paper.child': 'Child aged 7 or more',
  'paper.cancel': 'Close',
  'paper.docx': 'Save DOCX',
  'paper.print': 'Print',
};
