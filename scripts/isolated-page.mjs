/**
 * A page for the test runner that shares nothing with the page beside it (own browser context: IndexedDB, broadcast
 * channels, locks) nor with the test file that ran in it before (storage is cleared on the way to the next one).
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<import('puppeteer-core').Page>}
 */
export async function isolatedPage(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  // Without it only the window in front gets focus events, and files that run side by side disturb each other.
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    if (url.startsWith('http')) {
      const { origin } = new URL(url);
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
    return goto(url, options);
  };
  return page;
}
