/** A badge in a page that was left open for long, or that the browser brought back. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import { away, useAway } from '../../test/support/away.js';
import { asking, find, phase, title, useCleanPage, words } from '../../test/support/mount-badge.js';
import { until } from '../../test/support/mount-form.js';

useCleanPage();
useAway();

describe('a badge that is looked at again after some minutes', () => {
  let answer: () => ReturnType<typeof title>;
  let asked: number;
  const query = (async () => {
    asked += 1;
    return { items: [answer()] };
  }) as unknown as Backend['query'];
  beforeEach(() => {
    asked = 0;
    answer = () => title();
  });
  const failing = (code: ConstructorParameters<typeof HtsdError>[0]) => (): never => {
    throw new HtsdError(code);
  };

  it('is read again, and shown as it was while and where it cannot be', async () => {
    const badge = asking(query, { verifyHref: '/kiem-tra.html' });
    await phase(badge, 'shown');
    const link = find<HTMLAnchorElement>(badge, '[part=verify]')!;
    link.focus();
    away(299);
    expect(asked).to.equal(1);
    answer = failing('server');
    away(300);
    await until(() => asked === 2, 'the question');
    answer = () => title({ state: 'revoked', revokedAt: '2026-06-02T03:00:00.000Z' });
    const phases: string[] = [];
    const { render } = badge as unknown as { render: () => unknown };
    Object.assign(badge, { render: () => (phases.push(badge.phase), render.call(badge)) });
    away(300);
    await until(() => words(badge).includes('Đã thu hồi ngày 02/06/2026'), 'that it was revoked');
    expect(new Set(phases)).to.deep.equal(new Set(['shown']));
    expect(badge.shadowRoot!.activeElement).to.equal(link);
  });

  it('goes where it is published no more', async () => {
    const badge = asking(query);
    await phase(badge, 'shown');
    answer = failing('not-found');
    away(300);
    await phase(badge, 'not-found');
  });
});
