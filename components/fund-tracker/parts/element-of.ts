import type { ReactiveElement } from 'lit';
import type { FundHost } from '../fund-view.js';

/** The element that shows a view; a visitor's page is spared a word for it. */
export const elementOf = ({ root }: FundHost): ReactiveElement => root.host as ReactiveElement;
