import { providerOf } from './provider-of.js';

let fallback: string | undefined;

/** Says which page checks badges where neither the badge nor a provider names one: once per page, by the composition root. */
export function setVerifyPage(address: string | undefined): void {
  fallback ??= address;
}

/** A provider, before or after it has come to life. */
type Provider = Element & { adapter?: string; backend?: unknown; client?: unknown };
let warned = false;

/** Whether a provider's back end is another than the page's default one. */
function isElsewhere(provider: Provider): unknown {
  const said = (name: string): string | null => provider.getAttribute(name);
  return (
    provider.backend ||
    provider.client ||
    said('name') ||
    said('tenant') ||
    (provider.adapter || said('adapter') || 'local') !== 'local'
  );
}

/**
 * The page that checks the badges of an element: the `verify-href` of the nearest provider, through shadow hosts, or else the
 * page's default. Undefined where there is none, and in a provider with a back end of its own: the default page asks another,
 * which would know nothing of the title.
 */
export function verifyPageOf(element: Element): string | undefined {
  const provider = providerOf(element);
  const named = provider?.getAttribute('verify-href');
  if (named != null || !fallback || !provider || !isElsewhere(provider)) return named ?? fallback;
  if (!warned) console.warn('[htsd] No verify-href.');
  warned = true;
  return undefined;
}
