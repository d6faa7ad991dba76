import { describe, expect, it } from 'vitest';
import { doors } from '../registry.js';
import { frameComponents, knownAttributes, readRequest } from './request.js';
import { readSettings } from './settings.js';

describe('the address of a frame', () => {
  it('asks for components that the library has', () => {
    for (const name of frameComponents) expect(doors.has(`htsd-${name}`), name).toBe(true);
    expect(frameComponents).not.toContain('provider');
  });

  it('says what is shown, and how', () => {
    expect(readRequest('?component=target-gauge&indicator=gia-dinh&locality=25&lang=en&theme=dark')).toEqual({
      ...{ component: 'target-gauge', lang: 'en', theme: 'dark', signIn: false, writes: false },
      attributes: [
        ['indicator', 'gia-dinh'],
        ['locality', '25'],
      ],
    });
    expect(readRequest('?component=htsd-fund-tracker&view=treasurer&sign-in')).toMatchObject({
      ...{ component: 'fund-tracker', signIn: true, writes: true, lang: 'vi', theme: 'light' },
    });
  });

  it.each([
    ['', 'none'],
    ['?component=', 'none'],
    ['?component=provider', 'unknown'],
    ['?component=%3Cscript%3E', 'unknown'],
    ['?component=constructor', 'unknown'],
  ])('%j is a fault', (search, fault) => expect(readRequest(search)).toMatchObject({ fault }));

  it('chooses no address that a link leads to, nobody in whose name is signed, and no handler', () => {
    const search =
      '?component=recognition&verify-href=https://evil.example&registry-src=/x&issuer-id=did:web:a&onclick=a&Style=b&data-x=1&theme=x&model=unit&model=family';
    expect(readRequest(search)).toMatchObject({
      attributes: [
        ['onclick', 'a'],
        ['data-x', '1'],
        ['model', 'unit'],
      ],
    });
    // What is left beyond the component's own attributes is dropped.
    const known = knownAttributes({ observedAttributes: ['model'] } as unknown as CustomElementConstructor);
    expect(['onclick', 'data-x', 'model', 'retention'].filter((name) => known.has(name))).toEqual([
      'model',
      'retention',
    ]);
  });
});

describe('the settings in a page', () => {
  it('let any page show the frame and nobody talk to it, where nothing is said', () => {
    expect(readSettings('{}').origins).toBeUndefined();
    expect(readSettings(null).origins).toBeUndefined();
  });

  it.each(['{"origins": "*"}', '{"origins": {}}', '{', '[]x', 'null'])('leave it closed: %s', (content) => {
    const warn = console.warn;
    console.warn = () => undefined;
    try {
      expect(readSettings(content).origins).toEqual([]);
    } finally {
      console.warn = warn;
    }
  });
});
