/**
 * The form with its default back end in one file: everything that its first show needs is named here instead of being
 * asked for on demand, so that the page waits for one answer instead of two.
 */
import { setDefaultClient } from '../../components/base/client-context.js';
import { HtsdAssessmentForm } from '../../components/assessment-form/assessment-form.js';
import { define } from '../../components/base/define.js';
import { createLocalAdapter } from '../../src/backend/local/local-adapter.js';
import { createClient } from '../../src/client/client.js';
import { presets } from '../../src/presets/catalog.js';

// An element that is in the page already asks for its client the moment it is registered.
setDefaultClient(() => Promise.resolve(createClient(createLocalAdapter({ catalog: presets }))));
define('htsd-assessment-form', HtsdAssessmentForm);
