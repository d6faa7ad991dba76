import { html } from 'lit';
import type { FundHost, FundView, FundViewModule } from '../../fund-view.js';

export const texts: FundViewModule['texts'] = [];
export const styles: FundViewModule['styles'] = [];

/** The fund as its treasurer keeps it. */
export function openView(_host: FundHost): FundView {
  return {
    load: () => Promise.resolve('forbidden'),
    render: () => html``,
    dispose: () => undefined,
  };
}
