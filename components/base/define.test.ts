import { expect } from '@open-wc/testing';
import { define } from './define.js';

const warnings: unknown[][] = [];
const warn = console.warn;
beforeEach(() => {
  warnings.length = 0;
  console.warn = (...words: unknown[]) => warnings.push(words);
});
afterEach(() => {
  console.warn = warn;
});

describe('define', () => {
  it('registers once and is silent about the same version', () => {
    define('define-same', class extends HTMLElement {});
    define('define-same', class extends HTMLElement {});
    expect(customElements.get('define-same')).to.not.equal(undefined);
    expect(warnings).to.deep.equal([]);
  });

  it('warns once about another version and leaves the first in place', () => {
    const first = class extends HTMLElement {
      static htsdVersion = '0.0.1';
    };
    customElements.define('define-other', first);
    define('define-other', class extends HTMLElement {});
    define('define-other', class extends HTMLElement {});
    expect(customElements.get('define-other')).to.equal(first);
    expect(warnings).to.have.length(1);
    expect(String(warnings[0]?.[0])).to.contain('0.0.1');
  });

  it('does not throw into the host page where the browser refuses', () => {
    define('no_dash', class extends HTMLElement {});
    expect(warnings).to.have.length(1);
  });
});
