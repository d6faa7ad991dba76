import { document, escape } from '../html.mjs';

export const cycle = '2026';

/** What a webmaster pastes: one script and the tag. `script` names the built file. */
export const page = (script) => (set) =>
  document({
    title: set.title.vi,
    head: `<script type="module" src="/dist/${script}"></script>`,
    body: `<h1>${escape(set.title.vi)}</h1>
<htsd-assessment-form model="unit" cycle="${cycle}"></htsd-assessment-form>`,
  });
