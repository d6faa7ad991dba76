import { expect, it } from 'vitest';
import { compactCss, compactHtml, compactStyles } from './compact-styles.mjs';

it('takes white space and comments out', () => {
  expect(compactCss('\n  a,\n  b > c {\n    color: red; /* why */\n    margin: 0 1px;\n  }\n')).toBe(
    ' a,b > c{color:red;margin:0 1px}',
  );
});

it('leaves what white space means something in', () => {
  expect(compactCss(':host .a :hover{width:calc(1px + 2px)}@media (a: 1) and (b){}')).toBe(
    ':host .a :hover{width:calc(1px + 2px)}@media (a:1) and (b){}',
  );
  expect(compactCss(`a::before { content: ' ;  /* x */ '; }`)).toBe(`a::before{content:' ;  /* x */ '}`);
});

it('compacts each piece of a template and keeps every later line on its number', () => {
  const source = 'const a = css`\n  a {\n    color: ${red};\n  }\n`;\nthrow new Error();\n';
  const plugin = compactStyles().transform as { handler: (code: string, id: string) => { code: string } };
  const { code } = plugin.handler(source, '/components/x/x.styles.ts');
  expect(code.replace(/\n+/g, '')).toBe('const a = css` a{color:${red}}`;throw new Error();');
  expect(code.split('\n').indexOf('throw new Error();')).toBe(5);
});

it('makes one space of the line breaks of a template, and goes into the templates inside', () => {
  expect(compactHtml('<p\n  class="a"\n>\n  a  b\n</p>')).toBe('<p class="a" > a  b </p>');
  const source =
    'const a = html`\n<ul>\n  ${list.map(() => html`\n  <li>\n  </li>`)}\n</ul>`;\nthrow new Error();\n';
  const plugin = compactStyles().transform as { handler: (code: string, id: string) => { code: string } };
  const { code } = plugin.handler(source, '/components/x/x.ts');
  expect(code.replace(/\n+/g, '')).toBe(
    'const a = html` <ul> ${list.map(() => html` <li> </li>`)} </ul>`;throw new Error();',
  );
  expect(code.split('\n').indexOf('throw new Error();')).toBe(6);
});
