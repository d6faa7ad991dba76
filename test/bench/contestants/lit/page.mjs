import { document, escape } from '../html.mjs';

/** One element with all criteria in it; `lazy` adds `content-visibility: auto`. */
export const page =
  ({ lazy }) =>
  (set) =>
    document({
      title: set.title.vi,
      head: '<script type="module" src="form.js"></script>',
      body: `<h1>${escape(set.title.vi)}</h1>
<bench-form${lazy ? ' lazy' : ''}></bench-form>`,
      content: set,
    });
