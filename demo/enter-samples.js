/**
 * Enters what a page shows, and ends the words by which the reader was asked to wait. Where that cannot be done, the page goes
 * on: what it embeds says itself what is wrong, and offers to try again.
 */
export async function enterSamples(enter) {
  try {
    await enter();
  } catch (error) {
    console.warn('The samples could not be entered', error);
  }
  document.querySelector('#wait')?.remove();
}
