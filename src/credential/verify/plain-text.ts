import { asList, idOf, isObject, textOf, type Json } from '../format/json.js';

const maxLength = 4_000;
const maxImageLength = 200_000;

/** Characters that steer a terminal or the direction of text, so that what is read differs from what stands there. */
const steering = /[^\P{Cc}\n\t]|\p{Bidi_Control}/gu;

/**
 * A text from a badge as plain text of bounded length; markup in it stays visible as such. Of several languages the first
 * counts, Vietnamese before it.
 */
export function plainText(value: Json | undefined): string | undefined {
  const all = asList(value);
  const chosen = all.find((one) => isObject(one) && one['@language'] === 'vi') ?? all[0];
  const text = textOf(isObject(chosen) ? chosen['@value'] : chosen);
  return text?.replace(steering, '').slice(0, maxLength).trim() || undefined;
}

/** The address of a picture, if it is one that a page could show. */
export function shownImage(value: Json | undefined): string | undefined {
  const url = idOf(value);
  const fits = url !== undefined && url.length <= maxImageLength;
  return fits && /^(https?:\/\/[^\s"'<>]+|data:image\/(png|svg\+xml)[;,][^\s"'<>]*)$/i.test(url)
    ? url
    : undefined;
}
