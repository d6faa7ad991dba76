let fallback: string | undefined;

/** Says which page checks badges where neither the badge nor a provider names one: once per page, by the composition root. */
export function setVerifyPage(address: string | undefined): void {
  fallback ??= address;
}

/**
 * The page that checks the badges of an element: the `verify-href` of the nearest provider that has one, through shadow hosts,
 * or else the page's default. Undefined where there is none.
 */
export function verifyPageOf(element: Element): string | undefined {
  for (let node: Element | null = element; node;) {
    const named = node.closest('htsd-provider[verify-href]');
    if (named) return named.getAttribute('verify-href') ?? undefined;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return fallback;
}
