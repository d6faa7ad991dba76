import type { Answer } from '../domain/answer.schema.js';
import { clean } from './wording.js';

/** What was attached, as named on paper; links with their address, because paper cannot be clicked. */
export function evidenceNames(answer: Answer): string[] {
  return (answer.evidence ?? []).map((one) => {
    const name = clean(one.name);
    const url = one.kind === 'link' ? clean(one.url) : name;
    return url === name ? name : `${name} (${url})`;
  });
}
