import { firstAct } from '../../src/client/first-act.js';

let patient = false;

/**
 * What is worth fetching before it is needed waits until somebody acts: for pages that show components beside much else, to
 * many who only read. Said once per page, by the composition root.
 */
export function fetchNothingAhead(): void {
  patient = true;
}

/** Fetches what will be needed, so that it is there without network: now, or as the page was told. */
export function fetchAhead(work: () => unknown): void {
  if (patient) void firstAct().then(work);
  else work();
}
