/**
 * The form with its default back end in one file: everything that its first show needs is named here instead of being
 * asked for on demand, so that the page waits for one answer instead of two.
 */
import { getDefaultClient, setDefaultClient } from '../../components/base/client-context.js';
import { HtsdAssessmentForm } from '../../components/assessment-form/assessment-form.js';
import { define } from '../../components/base/define.js';
import { createLocalAdapter } from '../../src/backend/local/local-adapter.js';
import { createClient } from '../../src/client/client.js';
import { presets } from '../../src/presets/catalog.js';

setDefaultClient(() =>
  Promise.resolve(createClient(createLocalAdapter({ catalog: presets, eager: true }), { eager: true })),
);
// An element that is in the page already asks for its client the moment it is registered. Where it stands in no provider,
// the databases open while it draws itself.
const waiting = document.querySelector('htsd-assessment-form');
if (waiting && !waiting.closest('htsd-provider')) void getDefaultClient();
define('htsd-assessment-form', HtsdAssessmentForm);
