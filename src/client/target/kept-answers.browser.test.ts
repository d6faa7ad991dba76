import { expect } from '@open-wc/testing';
import { HtsdError } from '../../backend/errors.js';
import { createMemoryAdapter } from '../../backend/memory/memory-adapter.js';
import { createClient } from '../client.js';
import { keepAnswers } from './kept-answers.js';

describe('answers that are kept', () => {
  it('ask together who is here, and are found again where the back end is away', async () => {
    const adapter = createMemoryAdapter();
    let asked = 0;
    const backend = {
      ...adapter,
      capabilities: { ...adapter.capabilities, remote: true },
      session: (...call: Parameters<typeof adapter.session>) => {
        asked += 1;
        return adapter.session(...call);
      },
    };
    const client = createClient(backend, { storage: `giu-${crypto.randomUUID()}` });
    const kept = keepAnswers(client);
    const names = ['mot', 'hai', 'ba'];
    await Promise.all(names.map((name) => kept(name, async () => `là ${name}`)));
    const away = (name: string) => kept<string>(name, () => Promise.reject(new HtsdError('offline')));
    for (const name of names) {
      // It is written while whoever asked goes on.
      let found = await away(name).catch(() => undefined);
      while (!found) found = await away(name).catch(() => undefined);
      expect(found.value).to.equal(`là ${name}`);
      expect(found.keptAt).to.match(/^\d{4}-/);
    }
    expect(asked).to.equal(1);
    await kept('mot', async () => 'là một khác');
    expect(asked, 'asked again another time').to.equal(2);
    await client.dispose();
  });
});
