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

const caught: (() => unknown)[] = [];
afterEach(() => caught.splice(0).forEach((end) => end()));
