import type { Desk } from '../desk.js';

/** Makes a paper; where it cannot be had or printed, the person is told. */
export async function attemptPaper(desk: Desk, make: () => Promise<boolean | void>): Promise<void> {
  desk.settle();
  try {
    if ((await make()) === false) desk.fail('error.unsupported.print');
  } catch (error) {
    desk.host.report(error);
    desk.fail('desk.paper.failed');
  }
}
