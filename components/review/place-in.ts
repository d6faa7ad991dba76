import type { Position } from '../../src/client/view.types.js';

/** The field in which he was; where it is not there any more, its criterion. */
export function placeIn(root: ParentNode, { criterion, field }: Position): HTMLElement | undefined {
  const about = root.querySelector<HTMLElement>(`#c-${CSS.escape(criterion)}`);
  const fields = about?.querySelectorAll<HTMLInputElement>(`[data-m="${CSS.escape(field)}"]`);
  const all = [...(fields ?? [])];
  return all.find(({ checked }) => checked) ?? all[0] ?? about ?? undefined;
}
