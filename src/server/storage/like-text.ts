/** A text as `like` takes it for nothing but itself. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
