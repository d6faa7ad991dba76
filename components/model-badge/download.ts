import { rankOf } from '../../src/badge-art/artwork.js';
import { layCard, type Card } from '../../src/badge-art/card.js';
import { fontOf, paint } from '../../src/badge-art/paint.js';
import { svgFile } from '../../src/badge-art/svg-file.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import { badgeFileEn } from '../../src/i18n/en/badge-file.js';
import { fill, type Params } from '../../src/i18n/translate.js';
import { badgeFileVi } from '../../src/i18n/vi/badge-file.js';
import { saveFile } from '../base/files.js';
import type { LanguageController } from '../base/language.js';
import { isDemo } from '../../src/badge-art/demo-mark.js';
import { qrPath } from './qr-path.js';

type Words = Pick<LanguageController, 't' | 'text' | 'lang'>;

/** Hands the badge over as a file. Rejects as `bakedFile` does. */
export async function saveBadge(
  found: PublicRecognition,
  kind: 'png' | 'svg',
  l: Words,
  link: string | undefined,
): Promise<void> {
  saveFile(await bakedFile(found, kind, l, link), `huy-hieu-${found.model}-${found.cycle}.${kind}`);
}

/**
 * The picture of a title with its name, its holder and its year, the QR code of the page that checks it (`link`), and its
 * signed badge inside, as a file. Where the picture loses what is inside, as when it is sent by a messaging app, the code
 * still leads to the title. Rejects where the part that bakes cannot be fetched, or the title has no badge.
 */
export async function bakedFile(
  found: PublicRecognition,
  kind: 'png' | 'svg',
  l: Words,
  link: string | undefined,
): Promise<Blob> {
  const { model, outcome, credential } = found;
  if (credential === undefined) throw new TypeError('This title has no signed badge.');
  const { bakePng, bakeSvg } = await import('../../src/credential/bake.js');
  const rank = rankOf(outcome);
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  if (!brush) throw new TypeError('This browser paints no pictures.');
  const { card, title } = cardOf(found, l, link, brush);
  if (kind === 'svg')
    return new Blob([bakeSvg(svgFile(model, rank, card, title), credential)], { type: 'image/svg+xml' });
  Object.assign(canvas, { width: card.width, height: card.height });
  paint(brush, model, rank, card);
  const plain = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!plain) throw new TypeError('This browser makes no PNG.');
  return new Blob([bakePng(new Uint8Array(await plain.arrayBuffer()), credential)], { type: 'image/png' });
}

function cardOf(
  { model, cycle: year, outcomeLabel, subjectName: holder, credential }: PublicRecognition,
  l: Words,
  link: string | undefined,
  brush: CanvasRenderingContext2D,
): { card: Card; title: string } {
  const t = (key: keyof typeof badgeFileVi, params: Params = {}): string =>
    fill((l.lang === 'en' ? badgeFileEn : badgeFileVi)[key], params, l.lang);
  const name = l.t(`badge.name.${model}`);
  const outcome = l.text(outcomeLabel);
  const title = l.t('badge.small', { name, year, outcome });
  const trial = isDemo(credential);
  const code = codeOf(link);
  const card = layCard(
    {
      name,
      holder,
      year: t('badge-file.year', { year, outcome }),
      ribbon: trial ? t('badge-file.trial') : undefined,
      code: code && { ...code, hint: t('badge-file.scan') },
    },
    (words, size, weight) => {
      brush.font = fontOf(size, weight);
      return brush.measureText(words).width;
    },
  );
  return { card, title: trial ? t('badge-file.trial.title', { title }) : title };
}

function codeOf(link: string | undefined): ReturnType<typeof qrPath> | undefined {
  try {
    return link === undefined ? undefined : qrPath(link);
  } catch (error) {
    // An address too long for any code: the picture goes without one.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
