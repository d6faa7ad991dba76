/** Everything that a register leaves on paper or as a file. */
export { proposalFileName, proposalList, proposalSheet } from './proposal-list.js';
export { registerFileName, registerSheet } from './register-sheet.js';
export type { ProposalInput, ProposalSettings, ProposedSubject } from './proposal-list.js';
export type { RegisterSheetInput, SheetSubject } from './register-sheet.js';
