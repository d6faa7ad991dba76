import { answerQuery } from '../answer-query.js';
import { createLocalReader } from './local-reader.js';

// Everything that a question needs; loaded beside the opening of the database, because the schemas weigh more than the adapter.
export { answerQuery, createLocalReader };
