import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeAsked } from '../frame/request.js';
import { faultsOf } from './faults.js';
import { hostKinds, type Choice, type ComponentOptions } from './choice.types.js';
import { parseSnippet } from './parse.js';
import { readShortcode } from './shortcode.js';
import { makeSnippet, snapshotAddress, type SnippetWords } from './snippet.js';
import { suggestionsFor, valueOfName } from './suggestions.js';
import { readTags } from './tags.js';

const words: SnippetWords = { title: 'Chỉ tiêu', fallback: 'Đang tải', open: 'Mở' };
const hashes = { 'htsd.js': 'sha384-abc', 'htsd-frame.js': 'sha384-def' };
const gauge: Choice = {
  ...{ host: 'page', component: 'target-gauge', attributes: { indicator: 'gia-dinh', locality: '25' } },
  ...{ library: 'https://htsd.example.vn/embed/1.4.2/', server: 'https://htsd.example.vn' },
  ...{ province: '25', tokenSrc: '', lang: 'vi', pinned: true },
};
const components: ComponentOptions[] = [
  {
    name: 'target-gauge',
    options: ['indicator', 'locality', 'year', 'variant', 'theme'].map((name) => ({ name, kind: 'text' })),
  },
  {
    name: 'register',
    options: [
      { name: 'model', kind: 'text' },
      { name: 'assessment-href', kind: 'text' },
    ],
  },
  { name: 'model-badge', options: [{ name: 'recognition', kind: 'text' }] },
  { name: 'fund-tracker', options: [{ name: 'fund', kind: 'text' }] },
];
const make = (changes: Partial<Choice> = {}, portal?: string) =>
  makeSnippet({ ...gauge, ...changes }, words, hashes, portal);
const codes = (changes: Partial<Choice> = {}): string[] => make(changes).parts.map(({ code }) => code);

describe('a snippet', () => {
  it('for a page is a script by its hash, and the element', () => {
    expect(codes()).toEqual([
      '<script type="module" src="https://htsd.example.vn/embed/1.4.2/htsd.js" data-base-url="https://htsd.example.vn" integrity="sha384-abc" crossorigin="anonymous"></script>\n' +
        '<htsd-target-gauge indicator="gia-dinh" locality="25">Đang tải</htsd-target-gauge>',
    ]);
    expect(codes({ pinned: false })[0]).not.toContain('integrity');
  });

  it('for Moodle is a script for the administrator and a div with words in it, or one line for the plugin', () => {
    expect(codes({ host: 'moodle', lang: 'en' })[1]).toBe(
      '<div lang="en" data-htsd="target-gauge" data-indicator="gia-dinh" data-locality="25">Đang tải</div>',
    );
    expect(codes({ host: 'moodle-plugin' })).toEqual([
      '{htsd target-gauge indicator="gia-dinh" locality="25"}',
    ]);
  });

  it('for an e-office is a frame that talks, for a portal one that needs no script', () => {
    const [office = ''] = codes({ host: 'office', tokenSrc: '/htsd-token' });
    expect(office).toContain(
      '<iframe data-htsd-frame data-token-src="/htsd-token" src="https://htsd.example.vn/embed/1.4.2/frame.html?component=target-gauge&amp;indicator=gia-dinh&amp;locality=25&amp;sign-in=portal"',
    );
    // No sunken border, without a style that editors strip.
    expect(office).toContain(' frameborder="0" ');
    expect(office).toContain('htsd-frame.js" integrity="sha384-def"');
    const [portal = ''] = codes({ host: 'portal', tokenSrc: '/htsd-token' });
    expect(portal).not.toMatch(/script|token|sign-in|data-/);
  });

  it('for a portal that takes pictures only names what the server draws, and nothing where it draws nothing', () => {
    expect(codes({ host: 'image' })[0]).toContain(
      'src="https://htsd.example.vn/public/25/gauges/25/gia-dinh/gauge.svg" alt="Chỉ tiêu"',
    );
    expect(codes({ host: 'image', component: 'register' })).toEqual([]);
    expect(snapshotAddress({ ...gauge, server: '' })).toBeUndefined();
    expect(
      snapshotAddress({ ...gauge, component: 'fund-tracker', attributes: { fund: 'a/b' }, lang: 'en' }),
    ).toEqual({ href: 'https://htsd.example.vn/public/25/funds/a%2Fb/fund.html?lang=en', image: false });
  });

  it('says what a policy and the server need, and nothing where all is on one site', () => {
    expect(make()).toMatchObject({
      policy: ["script-src 'self' https://htsd.example.vn;", "connect-src 'self' https://htsd.example.vn;"],
      setting: 'HTSD_ORIGINS=https://portal.example.vn',
    });
    expect(make({ host: 'office' }, 'https://xa.example.vn/trang')).toMatchObject({
      policy: ["frame-src 'self' https://htsd.example.vn;", "script-src 'self' https://htsd.example.vn;"],
      setting: 'HTSD_FRAME_ORIGINS=https://xa.example.vn',
    });
    expect(make({}, 'https://htsd.example.vn/cong')).toMatchObject({ policy: [], setting: '' });
    expect(make({ host: 'image' }).policy).toEqual(["img-src 'self' https://htsd.example.vn;"]);
  });

  it('is read back as it was made, whatever stands in its values', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom(...hostKinds.filter((host) => host !== 'image')),
        fc.record({ indicator: value, locality: value }, { requiredKeys: ['indicator'] }),
        fc.constantFrom('vi' as const, 'en' as const),
        (host, attributes, lang) => {
          // A brace would end the line that the Moodle plugin reads, which also knows one kind of quote at a time,
          // one kind of hyphen, and no letters that nobody sees.
          const odd =
            host === 'moodle-plugin'
              ? /[{}\0'\s\p{Z}\p{Pd}\u2032\u2033\u2212\p{Pi}\p{Pf}\u201a\u201e\uff02\u00ad\u200b-\u200d\u2060\ufeff]/gu
              : /[{}\0]/g;
          const clean = Object.fromEntries(
            Object.entries(attributes).map(([name, one]) => [name, one.replace(odd, '')]),
          );
          fc.pre(Object.values(clean).every(Boolean));
          const parsed = parseSnippet(codes({ host, attributes: clean, lang }).join('\n'), components)!;
          expect(parsed.dropped).toEqual([]);
          expect(parsed.choice).toMatchObject({ host, component: 'target-gauge', attributes: clean });
          if (host !== 'moodle-plugin') expect(parsed.choice.lang).toBe(lang);
          if (host === 'page')
            expect(parsed.choice).toMatchObject({ ...gauge, province: '', attributes: clean, lang });
        },
      ),
    );
  });

  it.each([
    ['model-badge', { recognition: '0197-a' }],
    ['fund-tracker', { fund: 'khuyến học' }],
    ['target-gauge', { indicator: 'a&b', locality: '25@2025-07-01', year: '2025' }],
  ])('with a picture of %s is read back, too', (component, attributes) => {
    const code = codes({ host: 'image', component, attributes })[0]!;
    expect(parseSnippet(code, components)?.choice).toMatchObject({
      ...{ host: 'image', component, attributes, server: gauge.server, province: '25' },
    });
  });

  it('for the Moodle plugin quotes so that its filter finds the end of a value, and names no address', () => {
    const attributes = { subject: 'Trường “Sen Hồ”', indicator: `Hội "A" xã 'B'` };
    expect(codes({ host: 'moodle-plugin', attributes })).toEqual([
      `{htsd target-gauge subject='Trường “Sen Hồ”' indicator='Hội &quot;A&quot; xã ’B’'}`,
    ]);
    expect(
      readShortcode(codes({ host: 'moodle-plugin', attributes: { subject: 'Hội «A» – xã' } })[0]!),
    ).toEqual({
      name: 'target-gauge',
      attributes: new Map([['subject', 'Hội «A» – xã']]),
    });
    const register = { component: 'register', attributes: { model: 'unit', 'assessment-href': '/x' } };
    expect(codes({ host: 'moodle-plugin', ...register })).toEqual(['{htsd register model="unit"}']);
  });

  it('never says in the address of a frame what the frame would not take', () => {
    const [code = ''] = codes({
      ...{ host: 'portal', component: 'register' },
      attributes: { model: 'unit', 'assessment-href': 'https://evil.example' },
    });
    expect(mayBeAsked('assessment-href')).toBe(false);
    expect(code).not.toContain('evil');
  });
});

describe('a snippet that somebody pasted', () => {
  it.each([
    '',
    'Kính gửi',
    '<htsd-nothing a="b">',
    '<script>alert(1)</script>',
    '<iframe src="https://evil.example/"></iframe>',
    '<!-- <htsd-target-gauge indicator="a"> -->',
    '{htsd}',
    '<'.repeat(20_000),
    '<htsd-target-gauge '.repeat(2_000),
  ])('holds nothing of ours: %.40j', (text) => expect(parseSnippet(text, components)).toBeUndefined());

  it.each([
    `<htsd-target-gauge indicator="a" onclick="alert(1)" style="x" id='y'>`,
    `<img src=x onerror=alert(1)><htsd-target-gauge onclick=alert(1) indicator=a style=x id=y>`,
    `<div data-htsd=" htsd-target-gauge" data-indicator='a' data-onclick="alert(1)" data-style=x data-id=y>`,
    `{htsd target-gauge indicator="a" onclick="alert(1)" style="x" id="y"}`,
    `<iframe srcdoc="<script>alert(1)</script>" src="https://a.example/frame.html?component=target-gauge&indicator=a&onclick=1&style=x&id=y">`,
  ])('keeps nothing that acts: %s', (text) => {
    const parsed = parseSnippet(text, components)!;
    expect(parsed.choice.attributes).toEqual({ indicator: 'a' });
    expect(parsed.dropped).toEqual(['onclick', 'style', 'id']);
  });

  it.each([
    `&lt;htsd-target-gauge indicator="a" locality="25"&gt;Xem&lt;/htsd-target-gauge&gt;`,
    `<iframe src="https://www.youtube.com/embed/x"></iframe><htsd-target-gauge locality="25" indicator="a">`,
    `<htsd-nothing></htsd-nothing><htsd-target-gauge locality=25 indicator=a>`,
    `https://a.example/frame.html?component=target-gauge&amp;indicator=a&locality=25`,
    ` https://a.example/public/25/gauges/25/a/gauge.svg `,
    `<p>{htsd target-gauge indicator=“a” locality=”25”}</p>`,
    `{htsd&nbsp;htsd-target-gauge indicator=&quot;a&quot; locality=&#39;25&#39;}`,
    `{Htsd\u202fTarget–gauge indicator=‘a’ locality=«25»}`,
    `<p>{<span class="SpellE">htsd</span> target\u2011gauge<br>indicator=a locality=\u200b“<b title="2">2</b>5”}</p>`,
  ])('is found however it came: %s', (text) =>
    expect(parseSnippet(text, components)?.choice.attributes).toEqual({ indicator: 'a', locality: '25' }),
  );

  it('says nothing of what lies around it, and takes no server away', () => {
    const unsaid = { library: undefined, server: undefined, tokenSrc: undefined, pinned: undefined };
    const element = '<htsd-target-gauge indicator="a"></htsd-target-gauge>';
    expect(parseSnippet(element, components)!.choice).toMatchObject(unsaid);
    expect(parseSnippet(codes({ host: 'portal' })[0]!, components)!.choice).toMatchObject({
      ...unsaid,
      ...{ library: gauge.library, tokenSrc: '' },
    });
    const script = '<script src="https://a.example/htsd.js"></script>';
    expect(parseSnippet(script + element, components)!.choice).toMatchObject({ server: '', pinned: false });
    const provider = '<htsd-provider adapter="http" base-url="https://b.example" token-src="/t">';
    expect(parseSnippet(provider + element, components)!.choice).toMatchObject({
      ...{ server: 'https://b.example', tokenSrc: '/t' },
    });
  });

  it('is told of what a new snippet will not bear, and of more components than one', () => {
    const script = '<script src="https://a.example/htsd.js" data-province="22" data-verify-href="/k">';
    const two = '<htsd-target-gauge indicator="a"><htsd-register model="unit">';
    const frame =
      '<iframe src="https://a.example/frame.html?component=register" height="400" data-max-height="9">';
    expect(parseSnippet(script + two, components)).toMatchObject({
      ...{ dropped: ['data-province', 'data-verify-href'], count: 2 },
    });
    expect(parseSnippet(frame, components)).toMatchObject({
      ...{ dropped: ['data-max-height', 'height'], count: 1 },
    });
  });

  it('names no address that is none of the web', () => {
    const text = `<script src="javascript:alert(1)//htsd.js" data-base-url="javascript:alert(1)"></script><htsd-target-gauge indicator="a">`;
    expect(parseSnippet(text, components)?.choice).toMatchObject({ library: undefined, server: '' });
  });

  it('is read in no more time than its length', () => {
    for (const unit of ['<a "', "<a '", '<a b="', '{htsd a ', '<!--', '&#', '<div data-htsd='])
      parseSnippet(unit.repeat(1_000), components);
  });

  it('is read as a browser would: the first of two, references, any quotes', () => {
    expect(readTags(`<P a="1" A='2' b=&quot;3&#x22; c d/>`)[0]).toEqual({
      name: 'p',
      attributes: new Map([
        ['a', '1'],
        ['b', '"3"'],
        ['c', ''],
        ['d', ''],
      ]),
    });
  });
});

describe('what cannot be meant', () => {
  const number = {
    name: 'target-gauge',
    options: [{ name: 'year', kind: 'number' as const }, ...components[0]!.options],
  };
  const faults = (changes: Partial<Choice>, portal = '') =>
    faultsOf({ ...gauge, ...changes }, number, portal);
  const wrong = (changes: Partial<Choice>, portal = ''): object =>
    Object.fromEntries(faults(changes, portal).wrong);

  it('is nothing in what the page begins with', () => {
    expect(faults({}, 'https://xa.example.vn')).toEqual({ missing: [], wrong: new Map(), leftOut: [] });
  });

  it('is a year that is none, a name for a code, an address that is none, a token of another site', () => {
    for (const year of ['abc', '25', '-1', '20265'])
      expect(wrong({ attributes: { year } })).toEqual({ 'option-year': 'year' });
    expect(wrong({ attributes: { locality: 'Phú Thọ', year: '2026' } })).toEqual({
      'option-locality': 'place',
    });
    expect(wrong({ attributes: { locality: '25@2025-07-01' } })).toEqual({});
    expect(wrong({ server: 'htsd.example.vn', library: 'x/' }, 'xa.example.vn')).toEqual({
      ...{ server: 'address', library: 'address', portal: 'address' },
    });
    for (const tokenSrc of ['https://evil.example/t', '//evil.example/t', 'htsd-token'])
      expect(wrong({ tokenSrc }, 'https://xa.example.vn/')).toEqual({ 'token-src': 'token' });
    expect(wrong({ tokenSrc: 'https://xa.example.vn/t' }, 'https://xa.example.vn/trang')).toEqual({});
    expect(wrong({ tokenSrc: '/htsd-token' })).toEqual({});
  });

  it('is what is missing, and what does not get through where it is pasted', () => {
    expect(faults({ attributes: { year: '2026' } }).missing).toEqual(['indicator', 'locality']);
    const href = { attributes: { indicator: 'a', 'assessment-href': '/x' } };
    expect(faults({ ...href, host: 'office' }).leftOut).toEqual(['assessment-href']);
    expect(faults({ ...href, host: 'moodle-plugin' }).leftOut).toEqual(['assessment-href']);
    expect(faults({ ...href, host: 'page' }).leftOut).toEqual([]);
  });

  it('is no place that is called by its name', () => {
    const places = suggestionsFor('locality', 'target-gauge', 'vi');
    for (const name of ['Phú Thọ', 'phu tho', 'Tỉnh Phú Thọ', '25'])
      expect(valueOfName(name, places)).toBe('25');
    expect(valueOfName('TP. Hà Nội', places)).toBe('01');
    expect(valueOfName('Sen Hồ', places)).toBe('Sen Hồ');
  });
});
