/** Subjects that one question names at most. */
export const MOST_IDS = 200;
