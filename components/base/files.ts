/** Hands a file to the browser's own saving. (The form's paper has a copy in its own late file, which costs it less.) */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address right after the click; a minute is ample even on an old phone.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Draws a picture on a canvas at the size of the dialog. */
export async function drawImage(canvas: HTMLCanvasElement, blob: Blob): Promise<void> {
  const image = await createImageBitmap(blob);
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
}
