/** The picker of places as another component shows it. */
import '../../components/locality-picker/locality-picker.define.js';

/** The picker inside an element, once it is there. */
export const pickerIn = (element: HTMLElement): HTMLElementTagNameMap['htsd-locality-picker'] | null =>
  element.shadowRoot!.querySelector('htsd-locality-picker');
