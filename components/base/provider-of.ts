/** The nearest `htsd-provider` around an element, through shadow hosts. */
export function providerOf(element: Element): Element | null {
  let node: Element | null = element;
  while (node) {
    const provider: Element | null = node.closest('htsd-provider');
    if (provider) return provider;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
