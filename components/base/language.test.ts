import { expect } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { until } from '../../test/support/mount-form.js';
import { LanguageController, languageOf } from './language.js';

class LanguageProbe extends LitElement {
  readonly l = new LanguageController(this, {
    vi: { greet: 'Chào {name}', n: '{n} mục', only: 'chỉ tiếng Việt' },
    en: async () => ({ greet: 'Hello {name}', n: { one: '{n} item', other: '{n} items' } }),
  });
  override render() {
    return html`${this.l.t('greet', { name: 'Hà' })}`;
  }
}
customElements.define('language-probe', LanguageProbe);

const probeIn = (parent: Element | ShadowRoot): LanguageProbe => {
  const probe = new LanguageProbe();
  parent.append(probe);
  return probe;
};
const shown = (probe: LanguageProbe): string => probe.shadowRoot?.textContent?.trim() ?? '';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('lang');
});

describe('language of a component', () => {
  it('is Vietnamese where nobody says anything, and where the language is one we do not have', async () => {
    expect(languageOf(probeIn(document.body))).to.equal('vi');
    document.documentElement.lang = 'fr';
    expect(languageOf(probeIn(document.body))).to.equal('vi');
  });

  it('is that of the nearest lang, also outside of the shadow hosts around it', async () => {
    document.documentElement.lang = 'vi';
    const outer = document.createElement('section');
    outer.lang = 'en-GB';
    const host = document.createElement('div');
    outer.append(host);
    document.body.append(outer);
    const probe = probeIn(host.attachShadow({ mode: 'open' }));
    await until(() => shown(probe) === 'Hello Hà', 'the English sentence');
  });

  it('follows a change of language anywhere above it', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const probe = probeIn(host.attachShadow({ mode: 'open' }));
    await until(() => shown(probe) === 'Chào Hà', 'the Vietnamese sentence');
    document.documentElement.lang = 'en';
    await until(() => shown(probe) === 'Hello Hà', 'the English sentence');
    host.lang = 'vi';
    await until(() => shown(probe) === 'Chào Hà', 'the Vietnamese sentence again');
  });

  it('chooses plurals by the language, falls back to Vietnamese, and shows an unknown key', async () => {
    const outer = document.createElement('div');
    outer.lang = 'en';
    document.body.append(outer);
    const probe = probeIn(outer);
    await until(() => shown(probe) === 'Hello Hà', 'English');
    expect(probe.l.t('n', { n: 1 })).to.equal('1 item');
    expect(probe.l.t('n', { n: 1234.5 })).to.equal('1,234.5 items');
    expect(probe.l.t('only')).to.equal('chỉ tiếng Việt');
    expect(probe.l.t('nowhere')).to.equal('nowhere');
    outer.lang = 'vi';
    await until(() => shown(probe) === 'Chào Hà', 'Vietnamese');
    expect(probe.l.t('n', { n: 1234.5 })).to.equal('1.234,5 mục');
  });
});
