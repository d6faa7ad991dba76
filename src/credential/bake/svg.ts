import { chooseBaked, maxImageBytes, type Unbaked } from './image-fault.js';
import { scanXml, type XmlPiece } from './scan-xml.js';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';
const element = 'openbadges:credential';
/** Elements that hold a badge, and in which namespaces, by version of Open Badges. */
const holders: readonly { version: 2 | 3; local: string; namespaces: readonly string[] }[] = [
  { version: 3, local: 'credential', namespaces: [namespace] },
  { version: 2, local: 'assertion', namespaces: ['http://openbadges.org', 'https://openbadges.org'] },
];

interface Holder {
  version: 2 | 3;
  text: string;
  from: number;
  to: number;
}

/**
 * The picture with the text baked in, instead of whatever badge was in it before. Throws RangeError for what is no
 * well-formed SVG of at most 20 MB.
 */
export function bakeSvg(image: string, text: string): string {
  const found = image.length <= maxImageBytes ? readHolders(image) : undefined;
  if (!found) throw new RangeError('Not a well-formed SVG image of at most 20 MB.');
  let bare = '';
  let at = 0;
  for (const holder of found.holders) {
    bare += image.slice(at, holder.from);
    at = holder.to;
  }
  bare += image.slice(at);
  // Behind the root's tag, and nothing that was taken out lies before it.
  const { root } = found;
  const head =
    root.kind === 'empty' ? bare.slice(0, root.to).replace(/\s*\/>$/, '>') : bare.slice(0, root.to);
  const tail = root.kind === 'empty' ? `</${root.name}>${bare.slice(root.to)}` : bare.slice(root.to);
  return `${head}${holderOf(text)}${tail}`;
}

/** A JWT stands in an attribute, JSON in a section of its own. */
function holderOf(text: string): string {
  const opened = `<${element} xmlns:openbadges="${namespace}"`;
  if (/^[\w.-]+$/.test(text)) return `${opened} verify="${text}"/>`;
  const whole = text.replaceAll(']]>', ']]]]><![CDATA[>');
  return `${opened}><![CDATA[${whole}]]></${element}>`;
}

/** The text that was baked into an SVG. */
export function unbakeSvg(image: string): Unbaked {
  if (image.length > maxImageBytes) return { fault: 'too-large' };
  const found = readHolders(image);
  return found ? chooseBaked(found.holders) : { fault: 'image-damaged' };
}

/** Whether a text looks like an SVG; a badge in JSON or a JWT never does. */
export const isSvg = (text: string): boolean =>
  /^\uFEFF?\s*</.test(text) && /<(\w+:)?svg[\s/>]/.test(text.slice(0, 4_096));

type OpenTag = Extract<XmlPiece, { attributes: unknown }>;

function readHolders(image: string): { holders: Holder[]; root: OpenTag } | undefined {
  const pieces = scanXml(image.replace(/^\uFEFF/, ' '));
  const root = pieces?.find((piece): piece is OpenTag => piece.kind === 'open' || piece.kind === 'empty');
  if (!pieces || !root || !/^(\w+:)?svg$/.test(root.name)) return undefined;
  const holders: Holder[] = [];
  pieces.forEach((piece, index) => {
    const version = piece.kind === 'open' || piece.kind === 'empty' ? versionOf(piece, root) : undefined;
    if (version && 'attributes' in piece) holders.push(readHolder(pieces, piece, index, version));
  });
  return { holders, root };
}

/** The prefix must stand for the namespace of Open Badges, on the element or on the root. */
function versionOf({ name, attributes }: OpenTag, root: OpenTag): 2 | 3 | undefined {
  const [prefix = '', local = ''] = name.split(':');
  const declared = attributes.get(`xmlns:${prefix}`) ?? root.attributes.get(`xmlns:${prefix}`) ?? '';
  return holders.find((holder) => holder.local === local && holder.namespaces.includes(declared))?.version;
}

function readHolder(pieces: readonly XmlPiece[], tag: OpenTag, index: number, version: 2 | 3): Holder {
  let text = '';
  let to = tag.to;
  for (let at = index + 1, depth = 1; tag.kind === 'open' && depth > 0 && at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) break;
    if (piece.kind === 'text') text += piece.text;
    if (piece.kind === 'open') depth += 1;
    if (piece.kind === 'close') depth -= 1;
    to = piece.to;
  }
  const verify = tag.attributes.get('verify') ?? '';
  // Open Badges 2.0 puts the whole assertion inside and its address, or the signed form, into the attribute.
  return { version, text: text.trim() || verify, from: tag.from, to };
}
