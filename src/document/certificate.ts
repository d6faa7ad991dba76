import { printedDecisionNumber, type CertificateInput } from './decision-input.js';
import { sizes, textMargins, textWidth, type Margins } from './layout.js';
import { officialDate } from './official-date.js';
import { paragraph, text, type OfficialDocument } from './official-document.js';
import { qrDots } from './qr-code.js';
import { decisionHeader, signature } from './recognition-decision.js';
import { setMarks } from './set-marks.js';
import { balancedLines } from './text-width.js';
import { clean, wording } from './wording.js';

/** The decree's margins are those of letters; a certificate has a frame and the same room all around. */
const margins: Margins = { top: 12, right: 12, bottom: 12, left: 12 };

/**
 * The certificate of one title: one sheet on its side in a frame. Names and place stand as they were when it was
 * granted. Its form is our own, which a small line says unless the settings say that it was compared; sample criteria are
 * named as such in any case.
 */
export function recognitionCertificate({ title, settings, lang }: CertificateInput): OfficialDocument {
  const words = wording(lang);
  const { t } = words;
  const { decision } = title;
  const named = { title: t(`document.title.${title.model}`), year: title.cycle };
  const place = clean(title.place.name);
  const address = clean(settings.checkAt ?? '');
  const dots = /^https?:/.test(address) ? qrDots(address) : undefined;
  const name = clean(title.subjectName);
  const within = { ...margins, ...settings.margins };
  const small = [
    ...(address ? [t('certificate.check', { address })] : []),
    ...(settings.checked ? [] : [t('certificate.sample')]),
    ...setMarks([title], words),
  ];
  return {
    lang,
    title: `${t('certificate.type')} - ${name}`,
    margins: within,
    landscape: true,
    framed: true,
    header: decisionHeader({ decision, settings }, words, false),
    typeName: t('certificate.type'),
    abstract: '',
    bases: [],
    body: [
      paragraph(t('certificate.recognises', { issuer: clean(decision.issuer.name) }), 'centre'),
      paragraph(name, isLong(name, within) ? 'long-name' : 'name'),
      ...(place ? [paragraph(t('certificate.place', { place }), 'centre')] : []),
      paragraph(text(t('certificate.title', named), { bold: true }), 'centre'),
      paragraph(t('certificate.outcome', { outcome: words.text(title.outcomeLabel) }), 'centre'),
      paragraph(
        text(
          t('certificate.decision', {
            number: printedDecisionNumber(decision.number),
            date: officialDate(decision.date, lang),
            from: officialDate(title.validFrom, lang),
            until: officialDate(title.validUntil, lang),
          }),
          { italic: true },
        ),
        'centre',
      ),
    ],
    closing: {
      ...(dots && { code: { dots, label: t('certificate.code') } }),
      ...(small.length > 0 && { recipients: { label: '', lines: small } }),
      signatures: [signature({ decision, settings }, words)],
    },
    appendices: [],
  };
}

/** More than two large lines would push the signature onto a second sheet. */
function isLong(name: string, margins: Margins): boolean {
  const column = (textWidth(true, textMargins({ margins, framed: true })) * 72) / 25.4;
  return balancedLines(name, sizes.name, column).length > 2;
}
