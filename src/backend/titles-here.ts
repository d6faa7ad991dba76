import { answers } from './title-answers.js';

/** What answers about titles: at once. Builds may put `titles-later` in the place of this. */
export const titleAnswers = (): object | Promise<object> => answers;
