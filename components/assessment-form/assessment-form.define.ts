import { define } from '../base/define.js';
import { HtsdAssessmentForm } from './assessment-form.js';

define('htsd-assessment-form', HtsdAssessmentForm);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-assessment-form': HtsdAssessmentForm;
  }
}
