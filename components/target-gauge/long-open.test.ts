/** A gauge in a page that was left open for long, or that the browser brought back. */
import { expect } from '@open-wc/testing';
import { away, useAway } from '../../test/support/away.js';
import { until } from '../../test/support/mount-form.js';
import {
  answers,
  asking,
  failing,
  find,
  phase,
  useCleanPage,
  words,
} from '../../test/support/mount-gauge.js';

useCleanPage();
useAway();

it('a gauge that is looked at again after some minutes is read again; figures that cannot be had anew stay, with their age', async () => {
  let figures = answers['figures.list']!;
  let fails = false;
  const gauge = asking({ indicator: 'gia-dinh', locality: 'A' }, (name) => {
    if (fails) return failing('server')();
    return Promise.resolve({ items: name === 'figures.list' ? figures : (answers[name] ?? []) });
  });
  await phase(gauge, 'shown');
  expect(words(gauge)).to.contain('3 / 100 gia đình');
  fails = true;
  figures = [];
  find(gauge, 'summary')!.focus();

  away(299);
  away(300);
  await until(() => words(gauge).includes('Chưa lấy được số liệu mới. Đây là số liệu đọc lúc'), 'the age');
  expect(words(gauge)).to.contain('3 / 100 gia đình');
  fails = false;
  dispatchEvent(new Event('online'));
  await until(() => words(gauge).includes('3 / 10 gia đình = 30,0'), 'the new figure');
  expect(words(gauge)).not.to.contain('số liệu đọc lúc');
  expect(gauge.shadowRoot!.activeElement?.localName).to.equal('summary');
});
