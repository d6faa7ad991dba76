/** What the operator of a frame's site decides, written into the page itself: `<meta name="htsd-embed" content="{…}">`. */
export interface EmbedSettings {
  /** Origins whose pages may show the frame and talk to it. Undefined: any page may show it, none but our own may talk to it. */
  origins: readonly string[] | undefined;
  /** Address of our server; undefined: everything stays in the browser. */
  baseUrl: string | undefined;
  /** Code of the province that visitors read in. */
  province: string | undefined;
  /** The files of the library are also had below the name of their version, where they never change. */
  versions: boolean;
  /** Page that checks badges. */
  verifyHref: string | undefined;
}

export const metaName = 'htsd-embed';

/**
 * Reads the settings of a page. Whatever cannot be read leaves the page closed: no origin is on its list.
 * @param content of the meta element; null where there is none
 */
export function readSettings(content: string | null): EmbedSettings {
  let said: Record<string, unknown> | undefined;
  try {
    const parsed: unknown = JSON.parse(content?.trim() || '{}');
    if (typeof parsed === 'object' && parsed !== null) said = parsed as Record<string, unknown>;
  } catch (error) {
    console.warn(`[htsd] The meta element "${metaName}" is not JSON: nobody may talk to this page.`, error);
  }
  const text = (name: string): string | undefined => {
    const value = said?.[name];
    return typeof value === 'string' && value ? value : undefined;
  };
  const list = said ? said['origins'] : [];
  return {
    origins:
      list === undefined
        ? undefined
        : Array.isArray(list)
          ? list.filter((one): one is string => typeof one === 'string')
          : [],
    baseUrl: text('baseUrl'),
    province: text('province'),
    versions: said?.['versions'] === true,
    verifyHref: text('verifyHref'),
  };
}
