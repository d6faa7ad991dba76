import type { FundHost } from '../../fund-view.js';

/** What was done a moment ago, as a sentence. */
export interface Said {
  readonly key: string;
  readonly params: Record<string, string | number>;
}

/** What is handed over to the view that is loaded next: what was done, and where the focus goes. */
interface LeftOver {
  readonly fund: string;
  readonly said: Said | undefined;
  readonly focus: string;
}

const left = new WeakMap<ShadowRoot, LeftOver>();

/** Loads the view anew after what changed the fund; what was done is said whether that succeeds or not. */
export async function reloadAfter(host: FundHost, focus: string, said?: Said): Promise<void> {
  const { root, fund } = host;
  left.set(root, { fund, said, focus });
  await host.reload();
}

/** What was handed over, once. */
export function takeLeftOver({ root, fund }: FundHost): LeftOver | undefined {
  const found = left.get(root);
  left.delete(root);
  return found?.fund === fund ? found : undefined;
}
