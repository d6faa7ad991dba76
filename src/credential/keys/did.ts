import { toMultibase, type PublicKey } from './public-key.js';

/** The DID that is a key. */
export const didKeyOf = (key: PublicKey): string => `did:key:${toMultibase(key)}`;

/** The verification method of a did:key: its only key, named by itself. */
export const didKeyMethod = (key: PublicKey): string => `${didKeyOf(key)}#${toMultibase(key)}`;

/**
 * Where the document of a did:web, or of an issuer that is named by its address, lies. Undefined for anything else, and for
 * what is no plain https address.
 */
export function documentUrl(did: string): string | undefined {
  const path = /^did:web:([\w.%:-]+)$/.exec(did)?.[1];
  if (!path) return httpsUrl(did);
  const [host = '', ...folders] = path.split(':');
  // Only the port's colon may be encoded; an encoded slash would lead elsewhere.
  if (!/^[a-z0-9.-]+(%3A\d{1,5})?$/i.test(host) || folders.some((folder) => !/^[\w.-]+$/.test(folder))) {
    return undefined;
  }
  if (folders.some((folder) => /^\.+$/.test(folder))) return undefined;
  const site = `https://${host.replace(/%3A/i, ':')}`;
  return httpsUrl(
    folders.length > 0 ? `${site}/${folders.join('/')}/did.json` : `${site}/.well-known/did.json`,
  );
}

/** The address as it stands, if it is an https one without a user name. */
export function httpsUrl(text: string): string | undefined {
  if (text.length > 2_000 || !/^https:\/\/[^\s\\@]+$/i.test(text)) return undefined;
  return URL.canParse?.(text) === false ? undefined : text;
}
