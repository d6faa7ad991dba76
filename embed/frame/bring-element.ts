/**
 * Fetches an element's own file, which the build puts beside the frame's: all that its first show needs comes in one request,
 * where the loader would fetch part after part. Rejects where it cannot be had.
 * @param name of the element without `htsd-`; one of our own list, never what an address says
 * @param beside address of the frame's file
 */
export const bringElement = (name: string, beside: string): Promise<unknown> =>
  import(/* @vite-ignore */ new URL(`${name}.js`, beside).href);
