/** The origin of an address of the web, or undefined where it is none. (`URL.canParse` is younger than the browsers that we serve.) */
export function readOrigin(address: string): string | undefined {
  try {
    const { protocol, origin } = new URL(address);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}
