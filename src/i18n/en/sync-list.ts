import type { Translation } from '../translate.js';
import type { syncListVi } from '../vi/sync-list.js';

export const syncListEn = {
  'sync-list.title': 'Waiting to be sent',
  'sync-list.empty': 'Nothing is waiting to be sent.',
  'sync-list.send': 'Send now',
  'sync-list.export': 'Export to a file',
  'sync-list.import': 'Import from a file',
  'sync-list.stuck': 'Need you',
  'sync-list.waits': 'Waiting',
  'sync-list.sent': 'Sent lately',
  'sync-list.more': { one: '{n} more, sent in its turn.', other: '{n} more, sent in their turn.' },
  'sync-list.oldest': 'Waiting longest: since {time}.',
  'sync-list.not-persisted':
    'The browser does not promise to keep this page’s data. Send soon, or export to a file to keep a copy.',
  'sync-list.problem': 'The last attempt did not get through. {why}',
  'sync-list.at': 'Done at {time}',
  'sync-list.sent-at': 'Sent at {time}',
  'sync-list.receipt': 'Receipt number {receipt}',
  'sync-list.state.waiting': 'Waiting',
  'sync-list.state.behind': 'Behind another',
  'sync-list.state.stuck': 'Needs you',
  'sync-list.state.sent': 'Sent',
  'sync-list.behind': 'Waits until “{what}” for {about} is settled.',
  'sync-list.unnamed': 'No name known',
  'sync-list.open': 'Open',
  'sync-list.compare': 'Compare and choose',
  'sync-list.again': 'Send again',
  'sync-list.again.newer': 'Send again on the new version',
  'sync-list.remove': 'Delete',
  'sync-list.of': '{act}: {what}, {about}',
  'sync-list.kind.subject.register': 'Registration',
  'sync-list.kind.subject.update': 'Change of a registration',
  'sync-list.kind.subject.close': 'End of the record',
  'sync-list.kind.assessment.open': 'Opening of a self-assessment',
  'sync-list.kind.assessment.answer': 'Answers to criteria',
  'sync-list.kind.assessment.submit': 'Submission of a self-assessment',
  'sync-list.kind.assessment.withdraw': 'Withdrawal of a submission',
  'sync-list.kind.assessment.review': 'Start of a review',
  'sync-list.kind.assessment.mark': 'Reviewer’s marks',
  'sync-list.kind.assessment.return': 'Return for completion',
  'sync-list.kind.assessment.verify': 'Verification',
  'sync-list.kind.consent.give': 'Consent',
  'sync-list.kind.consent.withdraw': 'Withdrawal of consent',
  'sync-list.kind.other': 'A change',
  'sync-list.damaged':
    'This cannot be read, and so cannot be sent. It is still on this device as it was, and goes into an exported file.',
  'sync-list.failing':
    'The server breaks down each time it receives this, so everything else was sent before it. It is kept and sent again by itself; if this goes on, please tell the administrator of the system.',
  'sync-list.conflict': 'This was changed elsewhere while it waited.',
  'sync-list.conflict.over':
    'Please open and look at the new version first. “Send again on the new version” puts what was done here in the place of what somebody else has changed; “Delete” keeps theirs.',
  'sync-list.remove.title': 'Delete this?',
  'sync-list.remove.lead': '“{what}” for {about} has not been sent. Once deleted, it cannot be brought back.',
  'sync-list.remove.resting': {
    one: '{n} later change rests on it and is deleted with it.',
    other: '{n} later changes rest on it and are deleted with it.',
  },
  'sync-list.remove.ok': 'Delete',
  'sync-list.cancel': 'Cancel',
  'sync-list.removed': 'Deleted.',
  'sync-list.exported': 'Exported to a file. Keep it safe: it holds personal data.',
  'sync-list.imported': '{added} taken from the file; {known} were here already.',
  'sync-list.file.not-a-file': 'This is not a file exported from a list of what waits to be sent.',
  'sync-list.file.newer-file':
    'This file was made by a newer version of the page. Please reload and try again.',
  'sync-list.file.damaged-file':
    'This file is damaged or was changed, so nothing was taken from it. Please export it again on the other device.',
  'sync-list.file.other-person':
    'This file belongs to {name}. Only that person, signed in on this device, can import it.',
  'sync-list.compare.title': 'Two versions: {about}',
  'sync-list.compare.lead':
    'The criteria below were changed in both places. Choose for each; your choice is sent as a new change.',
  'sync-list.compare.before': 'Before',
  'sync-list.compare.mine': 'Keep mine',
  'sync-list.compare.theirs': 'Take theirs',
  'sync-list.compare.nothing': 'Not answered',
  'sync-list.compare.evidence': { one: '{n} piece of evidence', other: '{n} pieces of evidence' },
  'sync-list.compare.missing': {
    one: '{n} criterion is still to be chosen.',
    other: '{n} criteria are still to be chosen.',
  },
  'sync-list.compare.changed':
    'The version elsewhere was changed once more, so nothing was sent. This is the newest one; please choose again where nothing is marked.',
  'sync-list.compare.over':
    'This was dealt with in another window a moment ago, so nothing is left to be chosen. Please close this and look at the self-assessment.',
  'sync-list.compare.save': 'Send the choice',
} satisfies Translation<typeof syncListVi>;
