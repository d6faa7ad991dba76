let fallback: string | undefined;

/** Says which page checks badges where neither the badge nor a provider names one: once per page, by the composition root. */
export function setVerifyPage(address: string | undefined): void {
  fallback ??= address;
}

/** A provider, before or after it has come to life. */
type Provider = Element & { adapter?: string; backend?: unknown; client?: unknown };
let warned = false;

/** Whether a provider's back end is another than the page's default one. */
function isElsewhere(provider: Provider): boolean {
  const said = (name: string): string | null => provider.getAttribute(name);
  const adapter = provider.adapter ?? said('adapter') ?? 'local';
  return Boolean(
    provider.backend ?? provider.client ?? (adapter !== 'local' || said('name') || said('tenant')),
  );
}

/**
 * The page that checks the badges of an element: the `verify-href` of the nearest provider that has one, through shadow hosts,
 * or else the page's default. Undefined where there is none, and in a provider with a back end of its own: the default page
 * asks another, which would know nothing of the title.
 */
export function verifyPageOf(element: Element): string | undefined {
  let nearest: Provider | null = null;
  for (let node: Element | null = element; node;) {
    const named = node.closest('htsd-provider[verify-href]');
    if (named) return named.getAttribute('verify-href') ?? undefined;
    nearest ??= node.closest('htsd-provider');
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  if (!fallback || !nearest || !isElsewhere(nearest)) return fallback;
  if (!warned)
    console.warn('[htsd] A provider with its own back end needs verify-href for links to check badges.');
  warned = true;
  return undefined;
}
