import type { FundTree } from '../../../../src/client/fund/fund-tree.js';
import type { YearRollUp } from '../../../../src/domain/fund/roll-up-year.js';
import type { LanguageController } from '../../../base/language.js';

/** What the parts of funds added up are drawn from. */
export interface RollUpContext {
  readonly l: LanguageController;
  readonly tree: FundTree;
  readonly rolled: YearRollUp | undefined;
  /** Reads anew what could not be read. */
  readonly again: () => void;
}

export type Rolled = RollUpContext & { readonly rolled: YearRollUp };

/** Name of a fund; one that is not in the tree is called by its id. */
export function fundName({ tree }: Pick<RollUpContext, 'tree'>, id: string): string {
  return tree.funds.find(({ fund }) => fund.id === id)?.fund.name ?? id;
}
