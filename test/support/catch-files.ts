/** The files that are handed to the browser from now on, until the test ends. */
export function catchFiles(): Blob[] {
  const files: Blob[] = [];
  const made = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file) => {
    if (file instanceof Blob) files.push(file);
    return made(file);
  };
  caught.push(() => (URL.createObjectURL = made));
  return files;
}

/** What the browser is told to save from now on, by name, in place of the saving; until the test ends. */
export function catchSaved(): { name: string; blob: Promise<Blob> }[] {
  const saved: { name: string; blob: Promise<Blob> }[] = [];
  Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
    configurable: true,
    value(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: fetch(this.href).then((answer) => answer.blob()) });
    },
  });
  caught.push(() => Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click'));
  return saved;
}

/** Nothing can be handed over from now on, as where the part that writes files could not be fetched; until the test ends. */
export function loseFiles(): void {
  const made = URL.createObjectURL.bind(URL);
  URL.createObjectURL = () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  };
  caught.push(() => (URL.createObjectURL = made));
}

const caught: (() => unknown)[] = [];
afterEach(() => caught.splice(0).forEach((end) => end()));
