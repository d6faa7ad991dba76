/**
 * What answers about titles, fetched when somebody asks. Stands in the place of `titles-here` where bytes are few, and the back end
 * itself tells what a badge shows.
 */
export const titleAnswers = async (): Promise<object> => (await import('./title-answers.js')).answers;
