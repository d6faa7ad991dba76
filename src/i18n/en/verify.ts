import type { Translation } from '../translate.js';
import type { verifyVi } from '../vi/verify.js';

export const verifyEn: Translation<typeof verifyVi> = {
  'verify.lead':
    'Choose the file of a badge (PNG, SVG, JSON) or a photo of its QR code, or paste its text or address. Files are checked on this device and sent nowhere.',
  'verify.drop': 'Drop a file here, or',
  'verify.choose': 'Choose a file or photo',
  'verify.camera': 'Photograph a QR code',
  'verify.text': 'Text or address of the badge',
  'verify.check': 'Check',
  'verify.empty': 'There is nothing to check yet. Paste the text or the address of the badge here.',
  'verify.checking': 'Checking …',
  'verify.retry': 'Try again',
  'verify.open': 'Open this address',

  'verify.answer.valid': 'Genuine and valid',
  'verify.answer.expired': 'Genuine, but expired',
  'verify.answer.revoked': 'The title was revoked',
  'verify.answer.not-genuine': 'Not a genuine badge',
  'verify.answer.could-not-check': 'Could not be checked',
  'verify.answer.status-stale': 'Right until {date}, not checked since',

  'verify.reason.valid': 'The signature fits, nothing was altered, and the title was not revoked.',
  'verify.reason.valid.no-status': 'The signature fits and nothing was altered.',
  'verify.reason.expired': 'The signature fits and nothing was altered; the title was valid until {date}.',
  'verify.reason.revoked':
    'The body that granted this title has revoked it; the badge is worth nothing any more.',
  'verify.reason.suspended': 'The body that granted this title has suspended it.',
  'verify.reason.altered':
    'The badge was altered after it had been signed: the signature does not fit any more.',
  'verify.reason.wrong-key': 'The badge was signed with a key that is not the one of its issuer.',
  'verify.reason.key-revoked':
    'The issuer has withdrawn the key that signed this badge, so the signature proves nothing.',
  'verify.reason.malformed': 'The badge is not formed as it must be, so its signature proves nothing.',
  'verify.reason.unsigned': 'The badge has no signature: anybody can write such a thing.',
  'verify.reason.untrusted-algorithm': 'The badge is signed in an unsafe way that anybody can forge.',
  'verify.reason.unknown-context':
    'The badge gives its words other meanings, so nobody can know what its signature stands for.',
  'verify.reason.wrong-audience': 'This badge was made for another place, not for here.',
  'verify.reason.claims-differ': 'What is signed and what the badge shows differ.',
  'verify.reason.wrong-purpose': 'The signature was made for another purpose than granting a title.',
  'verify.reason.no-badge':
    'There is no badge in this. Screenshots and pictures sent by messengers usually lose it; please take the original file.',
  'verify.reason.no-code':
    'The picture holds no badge, and no QR code could be read in it. Take the original file, or photograph the code again: sharp, bright and closer.',
  'verify.reason.text-no-badge':
    'What was entered is no badge, nor the address of one. Paste the whole content of the badge’s file, or the address from its QR code (it begins with https://).',
  'verify.reason.code-no-badge':
    'The QR code in the picture holds no badge, nor the address of one. Photograph the QR code on the badge.',
  'verify.reason.not-a-badge': 'The file is signed, but it is no badge.',
  'verify.reason.several-badges':
    'There are several different badges in this picture, so that nobody can tell which one it stands for. Please take the original file.',
  'verify.reason.image-damaged':
    'The picture is damaged or a part of it is missing. Please fetch the original file again.',
  'verify.reason.too-large': 'This is too large and was not read. A badge has at most 20 MB.',
  'verify.reason.offline.badge':
    'There is no network, so the badge could not be read. That does not mean that it is wrong; try again with a network.',
  'verify.reason.offline.key':
    'There is no network to fetch the issuer’s key, and this device has not kept it. That does not mean that the badge is wrong; try again with a network.',
  'verify.reason.offline.status':
    'The signature fits, but there is no network to see whether the title was revoked. Try again with a network.',
  'verify.reason.unknown-key':
    'The issuer’s key, to compare the signature with, could not be had; perhaps their site does not answer, or lets no other page read it. This does not mean that the badge is wrong.',
  'verify.reason.unsupported-algorithm': 'The badge is signed in a way that this page cannot check yet.',
  'verify.reason.unsupported-method': 'The issuer publishes its key in a way that this page cannot read yet.',
  'verify.reason.context-not-carried':
    'The badge uses a vocabulary that this page does not have ({context}), so its signature could not be compared with its content. Nothing was found altered; this does not mean that the badge is wrong.',
  'verify.reason.unsupported-status':
    'Revocations of this badge are published in a way that this page cannot read yet.',
  'verify.reason.status-stale':
    'The signature fits. The list of revoked titles kept on this device was last seen on {date}; it was not checked since. Try again with a network.',
  'verify.reason.status-unreachable':
    'The signature fits, but the issuer’s list of revoked titles could not be read. Try again in a few minutes.',
  'verify.reason.status-damaged': 'The signature fits, but the issuer’s list of revoked titles is damaged.',
  'verify.reason.status-of-another':
    'The signature fits, but the list of revoked titles was not signed by this issuer and cannot be used.',
  'verify.reason.not-yet-valid':
    'The signature fits; the badge says that it is valid from {date}. The clock of this device may be wrong.',
  'verify.reason.hosted-badge':
    'This is a badge of the older kind (Open Badges 2.0, as Moodle gives out): only the site that granted it can vouch for it. Here it was read for display only; not checked: whether that site granted it, whether it was altered or revoked, and whether the issuer is competent. Please compare at the site that granted it.',
  'verify.reason.link-unreachable':
    'This address could not be read: its server does not answer, or lets no other page read it. Open it yourself, save the badge and choose the file here.',
  'verify.reason.not-issued':
    'This title stands in the register, but it has no signed badge, so there is no signature to check.',
  'verify.reason.recognition-unknown':
    'This title was not found here. Its number may be mistyped, or the title was not published.',
  'verify.reason.recognition-elsewhere':
    'This page keeps titles only on the device that granted them, so another device does not find them. It does not mean that the badge is wrong; please check it by its file (PNG, SVG).',
  'verify.reason.register-unreachable':
    'The register of titles of this page could not be read. Try again in a few minutes.',
  'verify.reason.part':
    'The part of this page that checks could not be loaded; the network may be weak. Try again, or reload the page.',

  'verify.warning.demo-issuer':
    'Made by a demonstration issuer; it grants nothing. This badge is for trying things out.',
  'verify.warning.issuer-unlisted':
    'The issuer “{issuer}” does not stand in the list of competent bodies. A signature does not tell who may grant titles; please compare with the decision.',
  'verify.warning.issuer-not-for-place-or-date':
    'The issuer “{issuer}” stands in the list of competent bodies, but not for this place or time. Please compare with the decision.',
  'verify.warning.issuer-not-for-model':
    'The issuer “{issuer}” stands in the list of competent bodies, but not for this title. Please compare with the decision.',
  'verify.warning.no-registry':
    'This page has no list of competent bodies to look “{issuer}” up in. Please compare with the decision.',
  'verify.warning.no-status':
    'The badge does not say where revocations are published, so whether it was revoked cannot be checked.',
  'verify.warning.other-proof-not-checked': 'The badge has another signature that this page could not check.',
  'verify.listed': '{name}: in the list of competent bodies for this place and day.',
  'verify.listed.sample':
    '{name}: in the sample list of this demonstration (sample, not checked against the official text).',

  'verify.facts': 'The badge says',
  'verify.facts.untrusted': 'The badge says of itself, with nobody to vouch for it',
  'verify.picture': 'Badge {name}',
  'verify.fact.holder': 'Granted to',
  'verify.fact.issuer': 'Issuer',
  'verify.fact.issued': 'Issued on',
  'verify.fact.status': 'Status',
  'verify.fact.decision': 'Decision no.',
  'verify.fact.validity': 'Valid',
  'verify.fact.place': 'Place at that time',
  'verify.fact.image': 'Picture of the badge',
  'verify.until': 'until {date}',
  'verify.unnamed': 'Badge without a name',
  'verify.unstated': 'not stated',
  'verify.details': 'Technical details',
  'verify.detail.code': 'Result code',
  'verify.detail.format': 'Form',
  'verify.detail.id': 'Identifier',
  'verify.detail.issuer': 'Identifier of the issuer',
  'verify.detail.source': 'Source',
};
