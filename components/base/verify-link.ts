/**
 * Address of the page that checks a recognition: the page's own, with the id as its hash. Undefined where no page is
 * named, or something that is no page (`javascript:` in an editor that lets everybody set attributes).
 */
export function verifyLink(page: string | null | undefined, id: string, base: string): string | undefined {
  if (!page?.trim()) return undefined;
  let url: URL;
  try {
    url = new URL(page, base);
  } catch {
    // Not an address; there is nothing to link to.
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.hash = encodeURIComponent(id);
  return url.href;
}
