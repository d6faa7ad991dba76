import type { Translation } from '../translate.js';
import type { errorVi } from '../vi/error.js';

export const errorEn: Translation<typeof errorVi> = {
  'error.invalid.criteria': {
    one: 'The criteria set that was received has {n} mistake and cannot be scored by. What was entered is kept; please tell the administrator.',
    other:
      'The criteria set that was received has {n} mistakes and cannot be scored by. What was entered is kept; please tell the administrator.',
  },
  'error.unsupported.print':
    'This browser or page does not allow printing. The paper can be saved as DOCX and printed from there.',
  'error.invalid.too-many':
    'A criterion takes {limit} pieces of evidence at most. Those already attached are kept.',
  'error.invalid.unreadable': 'This file could not be read. Please check it and choose it again.',
  'error.unsupported.files': 'This system takes no files. Evidence can be given as a link or a note.',
  'error.offline':
    'There is no network at the moment. What was entered is kept on this device and will be sent when the network is back.',
  'error.offline.part':
    'A part of the page could not be loaded. Please check the network and try again; if that does not help, reload the page. What was entered is kept.',
  'error.timeout':
    'The server does not answer. What was entered is kept on this device; please try again later.',
  'error.timeout.blocked':
    'Another tab holds the storage of this device. Please close the other tabs of this page and try again; what was entered is still there.',
  'error.unauthenticated':
    'The session has ended. What was entered is kept on this device; please sign in again and go on.',
  'error.forbidden':
    'This account may not do that. Please use the account of the unit, or ask the administrator.',
  'error.not-found': 'This could not be found; it may have been removed or moved. Please reload the page.',
  'error.invalid':
    'What was sent is not valid, so it was not recorded. What was entered is still there; please check it and try again.',
  'error.invalid.type':
    'This file is not a JPEG, PNG or WebP picture or a PDF, so it was not taken. Its ending may not fit its content; please choose another file.',
  'error.invalid.empty': 'This file is empty, so it was not taken. Please choose another file.',
  'error.invalid.image':
    'This picture cannot be read; it may be damaged or too large. Please take it again or choose another one.',
  'error.invalid.damaged':
    'Part of what was stored is damaged and cannot be read. What can be read is kept; please check it and fill in the rest.',
  'error.invalid.link':
    'This address cannot be used. Please enter a web address that starts with http:// or https://.',
  'error.conflict':
    'This was changed elsewhere just now. Both versions are kept; please look at them and choose one.',
  'error.too-large':
    'This is too large, so it was not taken. What was saved before is not affected; please make it smaller and try again.',
  'error.too-large.pdf':
    'The PDF is larger than {limit} MB, so it was not taken. Please make it smaller or split it.',
  'error.too-large.image':
    'The picture is too large, so it was not taken. Please take or choose a smaller one.',
  'error.quota':
    'The device has no room left. What is being entered is still on the screen: do not close the page, delete some files on the device and try again.',
  'error.rate-limited':
    'The server gets too many requests at the moment. What was entered is kept on this device; please try again in a few minutes.',
  'error.unsupported': 'The system here does not support this yet. What was entered is kept.',
  'error.unsupported.moodle-plugin':
    'This Moodle has no HTSD plugin, or one that is older than this page. What was entered is kept on this device; please tell who looks after Moodle.',
  'error.unsupported.web-services':
    'Web services are switched off in this Moodle. What was entered is kept on this device; please ask who looks after Moodle to switch them on.',
  'error.unsupported.storage':
    'The browser does not allow data to be stored on the device (perhaps a private window). What was entered is only on the screen: print or submit it before closing the page, or open it in an ordinary window.',
  'error.unsupported.storage-newer':
    'The data on this device was stored by a newer version of this page, and is complete. Please reload the page.',
  'error.unsupported.disposed': 'This part of the page is closed. Please reload; what was saved is kept.',
  'error.server':
    'The server has a problem. What was entered is kept on this device; please try again in a few minutes.',
  'error.server.malformed':
    'The answer of the server is not in the agreed form, so it cannot be used. What was entered is kept on this device; please try again later, or tell the administrator.',
  'error.server.busy': 'The system is busy. What was entered is kept; please try again in a few minutes.',
  'error.server.storage':
    'The storage of this device has a problem. What is being entered is still on the screen: do not close the page, and try again.',
  'rejection.forbidden': 'This account may not do that. What was entered is kept.',
  'rejection.not-found': 'This registration or self-assessment could not be found. Please reload the page.',
  'rejection.own-assessment':
    'Nobody can review or recognise their own self-assessment. Please hand it to somebody else.',
  'rejection.wrong-state':
    'The self-assessment has moved on, so this can no longer be done. Please reload the page to see where it is now.',
  'rejection.already-exists':
    'There is a registration or self-assessment for this year already. Please open it and go on there.',
  'rejection.closed': 'This subject is closed, so it takes no new registration or self-assessment.',
  'rejection.criteria-unknown':
    'The chosen criteria set could not be found. Please reload the page or choose another one.',
  'rejection.criteria-not-applicable':
    'The chosen criteria set does not apply to this year or subject. Please choose another one.',
  'rejection.criteria-invalid':
    'The criteria set has errors, so it was not published. Please correct what is listed.',
  'rejection.criterion-unknown':
    'There is an answer to an item that the criteria set does not have. What was entered is kept; please reload the page.',
  'rejection.incomplete':
    'It cannot be submitted yet: some items are not answered, need correction or lack evidence. Please complete them and submit again.',
  'rejection.not-competent': 'By the registry, the issuing body may not grant this title.',
  'rejection.members-missing':
    'The criteria set asks that enough members hold the title themselves; no decision was recorded. Check the list of members, then try again.',
  'rejection.invalid':
    'What was sent is not valid, so it was not recorded. What was entered is kept; please check it.',
  'rejection.insufficient':
    'The balance does not cover this, so it was not entered. Please check the amount, the account and the order of receipts and payments.',
  'rejection.own-entry':
    'Who recorded a payment cannot approve it. Please ask another person in charge to approve it.',
  'rejection.rows':
    'Some rows are not valid, so no row was entered. Please correct the rows that are named, then import again.',
  'rejection.id-reused':
    'This was sent under a number already in use, so it was not recorded. Please send it again.',
};
