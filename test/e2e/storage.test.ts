/** A browser that refuses to store, and one that has no room left: a clear sentence, and nothing typed is lost. */
import { describe, it } from 'vitest';
import { criterion, expect, register, saved, useStage, visit } from './support.js';

const stage = useStage();

describe('storage', () => {
  it('forbidden by the browser: the person is told why, and the page stays whole', async () => {
    for (const kind of ['missing', 'refusing'] as const) {
      const person = await stage.person();
      await person.addInitScript((how) => {
        if (how === 'missing') Object.defineProperty(window, 'indexedDB', { value: undefined });
        else {
          IDBFactory.prototype.open = () => {
            throw new DOMException('denied', 'SecurityError');
          };
        }
      }, kind);
      const { page, complaints } = await visit(person, stage.url);
      const form = page.locator('htsd-assessment-form').first();
      const sentence = form.getByRole('alert');
      await sentence.filter({ hasText: 'Trình duyệt không cho lưu dữ liệu trên thiết bị' }).waitFor();
      const words = await sentence.innerText();
      expect(words).toContain('nên không mở được biểu mẫu. Xin mở trang này ở cửa sổ thường');
      expect(words, 'there is nothing to print or to submit').not.toMatch(/hãy in|nộp/);
      expect(await form.locator('form.register, .criterion, [data-action=paper]').count()).toBe(0);
      expect(await form.getByRole('button').allInnerTexts()).toEqual(['Thử lại', 'Tải lại trang']);
      expect(complaints.filter((line) => !line.startsWith('[htsd]'))).toEqual([]);
    }
  });

  it('full in the middle of a save: what was typed stays, and is saved when there is room', async () => {
    const person = await stage.person();
    const { page } = await visit(person, stage.url);
    await register(page);
    const points = criterion(page, /kinh phí khuyến khích/).getByRole('textbox', { name: 'Điểm tự chấm' });
    await points.pressSequentially('7');
    await saved(page);

    const { origin } = new URL(stage.url);
    const devtools = await person.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // Chromium looks at the quota again when what it remembers of it is half a minute old; the officer types on.
    const note = criterion(page, /kinh phí khuyến khích/).getByRole('textbox', { name: 'Ghi chú' });
    await criterion(page, /kinh phí khuyến khích/)
      .getByText('Ghi chú và minh chứng')
      .click();
    let typed = '';
    const refused = async (): Promise<boolean> => {
      await note.press('a');
      typed += 'a';
      return page.getByText('Thiết bị hết chỗ lưu').first().isVisible();
    };
    await expect.poll(refused, { timeout: 50_000, interval: 1_000 }).toBe(true);
    expect(await note.inputValue()).toBe(typed);
    expect(await points.inputValue()).toBe('7');

    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await saved(page);
    await page.reload();
    await expect.poll(() => note.inputValue()).toBe(typed);
  }, 90_000);
});
