import { html, nothing, type TemplateResult } from 'lit';

/** How a field is drawn. */
export interface FieldLook {
  /** Name in its form: what is typed goes there. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly input: (value: string) => void;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly list?: string | undefined;
  readonly maxlength?: number;
  readonly figures?: boolean;
  readonly optional?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
}

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;

const described = ({ name, hint, fault }: FieldLook): string | typeof nothing =>
  [hint !== undefined && `h-${name}`, fault !== undefined && `f-${name}`].filter(Boolean).join(' ') ||
  nothing;

function frame(look: FieldLook, control: TemplateResult): TemplateResult {
  const { name, label, hint, fault, optional } = look;
  return html`<div class="field f-${name}">
    <label for="d-${name}"
      >${label}${optional === undefined ? nothing : html` <span class="hint">${optional}</span>`}</label
    >
    ${control} ${hint === undefined ? nothing : html`<span class="hint" id="h-${name}">${hint}</span>`}
    ${fault === undefined ? nothing : html`<span class="error" id="f-${name}">${fault}</span>`}
  </div>`;
}

/** A line of text. */
export function textField(look: FieldLook): TemplateResult {
  const { name, value, input, fault, maxlength = 255, figures, placeholder, list, disabled } = look;
  return frame(
    look,
    html`<input
      type="text"
      id="d-${name}"
      data-d=${name}
      class=${figures ? 'figures' : nothing}
      maxlength=${maxlength}
      autocomplete="off"
      inputmode=${figures ? 'decimal' : nothing}
      list=${list ?? nothing}
      placeholder=${placeholder ?? nothing}
      ?disabled=${disabled ?? false}
      .value=${value}
      aria-invalid=${fault === undefined ? 'false' : 'true'}
      aria-describedby=${described(look)}
      @input=${(event: Event) => input(valueOf(event))}
    />`,
  );
}

/** Several lines of text. */
export function areaField(look: FieldLook & { rows?: number }): TemplateResult {
  const { name, value, input, fault, maxlength = 2000, rows = 2, placeholder } = look;
  return frame(
    look,
    html`<textarea
      id="d-${name}"
      data-d=${name}
      rows=${rows}
      maxlength=${maxlength}
      placeholder=${placeholder ?? nothing}
      .value=${value}
      aria-invalid=${fault === undefined ? 'false' : 'true'}
      aria-describedby=${described(look)}
      @input=${(event: Event) => input(valueOf(event))}
    ></textarea>`,
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several; an empty value first where nothing is chosen yet. */
export function choiceField(
  look: FieldLook & { choices: readonly Choice[]; none?: string | undefined },
): TemplateResult {
  const { name, value, input, fault, choices, none, disabled } = look;
  return frame(
    look,
    html`<select
      id="d-${name}"
      data-d=${name}
      ?disabled=${disabled ?? false}
      aria-invalid=${fault === undefined ? 'false' : 'true'}
      aria-describedby=${described(look)}
      @change=${(event: Event) => input(valueOf(event))}
    >
      ${none === undefined ? nothing : html`<option value="" .selected=${value === ''}>${none}</option>`}
      ${choices.map(
        (one) => html`<option value=${one.value} .selected=${one.value === value}>${one.label}</option>`,
      )}
    </select>`,
  );
}

/** Something that is so or not; never ticked beforehand. */
export function tickField({
  name,
  label,
  value,
  input,
}: {
  name: string;
  label: string;
  value: boolean;
  input: (value: boolean) => void;
}): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      data-d=${name}
      .checked=${value}
      @change=${(event: Event) => input((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
}
