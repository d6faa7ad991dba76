/** Nothing, until somebody types: stands in the place of `drafts-here` where bytes are few, beside `drafts-made`. */
export const firstDrafts = (): undefined => undefined;
