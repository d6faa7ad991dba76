/** Version of this copy of the library; a build constant. */
declare const __HTSD_VERSION__: string;
export const version: string = typeof __HTSD_VERSION__ === 'string' ? __HTSD_VERSION__ : '0.0.0-dev';

interface Versioned extends CustomElementConstructor {
  htsdVersion?: string;
}

const warned = new Set<string>();

/**
 * Registers an element unless the page has it already. The same version twice is silent, another version
 * warns once and leaves the first in place; it never throws into the host page.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const present: Versioned | undefined = customElements.get(tag);
  if (!present) {
    try {
      Object.defineProperty(element, 'htsdVersion', { value: version, configurable: true });
      customElements.define(tag, element);
    } catch (error) {
      console.warn(`[htsd] <${tag}> could not be registered.`, error);
    }
    return;
  }
  if (present.htsdVersion !== version && !warned.has(tag)) {
    warned.add(tag);
    console.warn(
      `[htsd] <${tag}> is already registered by version ${present.htsdVersion ?? 'unknown'}; version ${version} stays aside.`,
    );
  }
}
