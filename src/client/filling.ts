import { score } from '../domain/score.js';
import { startEditing } from './editing.js';
import { freshWork } from './work.js';

/** What is needed once there is an assessment: a page on which nobody has registered yet could do without. */
export const fillingPart = { score, startEditing, freshWork };
