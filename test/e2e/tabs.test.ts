/** Two tabs on one draft: one edits, the other follows and says so; taking over loses nothing. */
import { describe, it } from 'vitest';
import { criterion, expect, register, useStage, visit } from './support.js';

const stage = useStage();

describe('a second tab', () => {
  it('follows the first, and takes over on demand', async () => {
    const person = await stage.person();
    const { page: first } = await visit(person, stage.url);
    await register(first);
    const { page: second } = await visit(person, stage.url);
    const points = (page: typeof first) =>
      criterion(page, /kinh phí khuyến khích/).getByRole('textbox', { name: 'Điểm tự chấm' });

    await second.getByText('đang được sửa ở một thẻ khác').waitFor();
    expect(await points(second).isEditable()).toBe(false);
    await points(first).pressSequentially('7,5');
    await expect.poll(() => points(second).inputValue(), { timeout: 60_000 }).toBe('7,5');

    // The last keystroke before the change of hands is not saved yet when the other asks.
    await points(first).pressSequentially('0');
    await second.getByRole('button', { name: 'Chuyển sang sửa ở đây' }).click();
    await expect.poll(() => points(second).isEditable(), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => points(second).inputValue()).toBe('7,50');
    await first.getByText('đang được sửa ở một thẻ khác').waitFor();
    expect(await points(first).isEditable()).toBe(false);

    await second.close();
    await expect.poll(() => points(first).isEditable(), { timeout: 60_000 }).toBe(true);
  });
});
