import type { Answers } from '../domain/answer.schema.js';
import { sameJson } from './same-json.js';

/** Keeps the old object of every answer that says the same: whoever compares by identity redraws only the rest. */
export function share(prev: Answers, next: Answers): Answers {
  const shared: Answers = {};
  for (const id in next) {
    const [before, now] = [prev[id], next[id]!];
    shared[id] = before && sameJson(before, now) ? before : Object.freeze(now);
  }
  return Object.freeze(shared);
}
