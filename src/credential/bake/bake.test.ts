import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concat, toUtf8 } from '../format/bytes.js';
import { tinyPng, tinySvg } from '../test-helpers/pictures.js';
import { bakePng, unbakePng } from './png.js';
import { makeChunk, readChunks } from './png-chunks.js';
import { scanXml } from './scan-xml.js';
import { bakeSvg, unbakeSvg } from './svg.js';

const json = JSON.stringify({ name: 'Gia đình học tập', odd: ']]> <b> & "' });

/** The picture with one more chunk before its end. */
const withChunk = (type: string, data: Uint8Array, image: Uint8Array = tinyPng): Uint8Array<ArrayBuffer> =>
  concat(image.subarray(0, -12), makeChunk(type, data), image.subarray(-12));
const iText = (keyword: string, text: string): Uint8Array => toUtf8(`${keyword}\0\0\0\0\0${text}`);

describe('a PNG', () => {
  it('gives back what was baked in, and is otherwise the same', () => {
    const baked = bakePng(tinyPng, json);
    expect(unbakePng(baked)).toEqual({ text: json, version: 3 });
    const { chunks, whole } = readChunks(baked);
    expect([chunks.map(({ type }) => type), whole]).toEqual([['IHDR', 'iTXt', 'IDAT', 'IEND'], true]);
  });

  it('baked again holds the new badge only', () => {
    const twice = bakePng(bakePng(tinyPng, 'old'), 'new');
    expect(unbakePng(twice)).toEqual({ text: 'new', version: 3 });
    expect(unbakePng(bakePng(withChunk('iTXt', iText('openbadges', 'older')), 'new'))).toMatchObject({
      text: 'new',
    });
  });

  it('with two different badges is not guessed at; the same one twice is one', () => {
    const baked = bakePng(tinyPng, 'one');
    expect(unbakePng(withChunk('iTXt', iText('openbadgecredential', 'two'), baked))).toEqual({
      fault: 'several-badges',
    });
    expect(unbakePng(withChunk('iTXt', iText('openbadgecredential', 'one'), baked))).toMatchObject({
      text: 'one',
    });
  });

  it('cut short still gives the badge before the cut; with a cut badge it is damaged', () => {
    const baked = bakePng(tinyPng, json);
    expect(unbakePng(baked.subarray(0, -10))).toMatchObject({ text: json });
    for (const end of [8, 20, 33, 60])
      expect(unbakePng(baked.subarray(0, end))).toEqual({ fault: 'image-damaged' });
  });

  it('written anew by a program that keeps no texts has no badge', () => {
    expect(unbakePng(tinyPng)).toEqual({ fault: 'no-badge' });
  });

  it('with a wrong checksum or no UTF-8 is damaged', () => {
    const baked = bakePng(tinyPng, json);
    const at = readChunks(baked).chunks[0]?.whole.length ?? 0;
    baked[8 + at + 40] = (baked[8 + at + 40] ?? 0) ^ 1;
    expect(unbakePng(baked)).toEqual({ fault: 'image-damaged' });
    const odd = concat(iText('openbadgecredential', ''), Uint8Array.of(0xff));
    expect(unbakePng(withChunk('iTXt', odd))).toEqual({ fault: 'image-damaged' });
  });

  it('with a packed text is read within bounds', () => {
    const packed = (text: string): Uint8Array =>
      concat(toUtf8('openbadgecredential\0\x01\0\0\0'), deflateSync(text));
    expect(unbakePng(withChunk('iTXt', packed(json)))).toMatchObject({ text: json });
    expect(unbakePng(withChunk('iTXt', packed('x'.repeat(50_000_000))))).toEqual({ fault: 'image-damaged' });
  });

  it('of Open Badges 2.0 and its older text chunk is read', () => {
    expect(unbakePng(withChunk('iTXt', iText('openbadges', 'https://a.example/1')))).toEqual({
      text: 'https://a.example/1',
      version: 2,
    });
    expect(unbakePng(withChunk('tEXt', toUtf8('openbadges\0https://a.example/2')))).toMatchObject({
      version: 2,
    });
  });

  it('is never baked into when it is none, or none whole', () => {
    for (const image of [new Uint8Array(), toUtf8('<svg/>'), tinyPng.subarray(0, -4)]) {
      expect(() => bakePng(image, json)).toThrow(RangeError);
    }
  });
});

describe('an SVG', () => {
  it('gives back what was baked in, and is otherwise the same', () => {
    for (const text of [json, 'eyJh.eyJi.c-_d']) {
      const baked = bakeSvg(tinySvg, text);
      expect(unbakeSvg(baked)).toEqual({ text, version: 3 });
      expect(baked.replace(/<openbadges:credential.*?(\/>|<\/openbadges:credential>)/s, '')).toBe(tinySvg);
    }
    expect(unbakeSvg(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" />', json))).toMatchObject({
      text: json,
    });
  });

  it('baked again holds the new badge only', () => {
    const twice = bakeSvg(bakeSvg(tinySvg, json), 'a.b.c');
    expect(unbakeSvg(twice)).toEqual({ text: 'a.b.c', version: 3 });
    expect(twice.match(/openbadges:credential/g)).toHaveLength(1);
  });

  it('with two different badges is not guessed at', () => {
    const one =
      '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" verify="x.y.z"/>';
    expect(unbakeSvg(bakeSvg(tinySvg, 'a.b.c').replace('</svg>', `${one}</svg>`))).toEqual({
      fault: 'several-badges',
    });
  });

  it('of Open Badges 2.0, by any prefix of its namespace, is read', () => {
    const two = '<b:assertion xmlns:b="http://openbadges.org" verify="https://a.example/1"/>';
    expect(unbakeSvg(tinySvg.replace('</svg>', `${two}</svg>`))).toEqual({
      text: 'https://a.example/1',
      version: 2,
    });
  });

  it('whose badge is only spoken of has none', () => {
    for (const inner of [
      '<!-- <openbadges:credential verify="a.b.c"/> -->',
      '<desc><![CDATA[<openbadges:credential verify="a.b.c"/>]]></desc>',
      '<openbadges:credential verify="a.b.c"/>',
      '<openbadges:credential xmlns:openbadges="https://evil.example" verify="a.b.c"/>',
    ]) {
      expect(unbakeSvg(tinySvg.replace('</svg>', `${inner}</svg>`))).toEqual({ fault: 'no-badge' });
    }
  });

  it('with definitions of its own is not read: its entities could grow without end', () => {
    const laughs = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    for (const image of [laughs + tinySvg, tinySvg.replace('Đ &amp;', '&b;'), tinySvg.slice(0, -8)]) {
      expect(unbakeSvg(image)).toEqual({ fault: 'image-damaged' });
      expect(() => bakeSvg(image, json)).toThrow(RangeError);
    }
    const plain =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(unbakeSvg(plain + bakeSvg(tinySvg.replace(/^<\?.*\?>\n/, ''), 'a.b.c'))).toMatchObject({
      text: 'a.b.c',
    });
  });
});

describe('the scanner of XML', () => {
  it.each([
    '<a',
    '<a>',
    '</a>',
    '<a></b>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>&x;</a>',
    '<a>&#x110000;</a>',
    '<!-- a',
    '<![CDATA[',
    '<a>'.repeat(300),
  ])('refuses %s', (text) => expect(scanXml(text)).toBeUndefined());

  it('reads its own five entities and numbers', () => {
    expect(scanXml('<a b="&lt;&#273;&#x111;&quot;"/>')).toMatchObject([
      { name: 'a', attributes: new Map([['b', '<đđ"']]) },
    ]);
  });
});
