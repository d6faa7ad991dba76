import { openBook } from '../../../../../src/client/fund/open-book.js';
import { saveFile } from '../../../../base/files.js';
import type { Desk } from '../desk.js';
import type { OpenForm } from './open-files.js';

/** Hands over the ledger in an open form, made of what strangers may read of it and of nothing else. Errors: those of the queries. */
export async function saveOpenFile({ host, session, l }: Desk, form: OpenForm): Promise<void> {
  const documents = import('../../../../../src/document/index.js');
  // What was begun is brought to its end, also where the person goes on to something else.
  const book = await openBook(host.client, session, new AbortController().signal);
  const papers = await (await documents).fundPapers();
  const { fund, pages, awards } = book;
  if (form === 'grants') {
    const name = papers.fundFileName('grants', fund, '', l.lang);
    return saveFile(
      papers.toGrants360({ fund, pages, rounds: fund.rounds, awards, lang: l.lang }),
      `${name}.json`,
    );
  }
  const name = papers.fundFileName('beancount', fund, l.t('desk.open-files.mark'), l.lang);
  saveFile(papers.toBeancount({ fund, pages }, l.lang), `${name}.beancount`);
}
