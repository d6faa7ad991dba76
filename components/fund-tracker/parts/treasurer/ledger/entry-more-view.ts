import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence } from '../../../../../src/domain/answer.schema.js';
import { formatBytes } from '../../../../../src/i18n/format-bytes.js';
import { problemText } from '../../../../base/problem-text.js';
import { areaField, choiceField, textField, tickField } from '../../../../base/fields.js';
import type { EntryDesk } from './entry-desk.js';

const accept = '.jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf';
const partyKinds = ['person', 'household', 'organisation', 'fund'] as const;

/** What a line can have besides: who exactly, may he be named, papers, photos. Folded until it is wanted. */
export function entryMoreView(entry: EntryDesk): TemplateResult {
  const { desk, form, unfolded } = entry;
  const { l } = desk;
  const count = form.evidence.length;
  return html`<details
    class="more"
    .open=${unfolded}
    @toggle=${(event: Event) => {
      entry.unfolded = (event.target as HTMLDetailsElement).open;
      desk.host.changed();
    }}
  >
    <summary>
      ${l.t('desk.more')}${count > 0 ? html` <span class="badge">${l.t('desk.more.evidence', { n: count })}</span>` : nothing}
    </summary>
    ${unfolded ? html`<div class="grid">${partyView(entry)} ${papersView(entry)}</div>` : nothing}
  </details>`;
}

/** Who it is, and whether the public may know. */
function partyView(entry: EntryDesk): TemplateResult | typeof nothing {
  const { desk, form } = entry;
  const { l } = desk;
  if (form.kind !== 'receipt' && form.kind !== 'payment') return nothing;
  return html`<fieldset class="group">
    <legend>${l.t('desk.more.party')}</legend>
    ${choiceField({
      name: 'partyKind',
      label: l.t('desk.entry.partyKind'),
      value: form.partyKind,
      input: (value) => entry.patch({ partyKind: value as typeof form.partyKind }),
      choices: partyKinds.map((value) => ({ value, label: l.t(`desk.party.${value}`) })),
    })}
    ${textField({ name: 'address', label: l.t('desk.entry.address'), value: form.address, input: (address) => entry.patch({ address }) })}
    ${textField({ name: 'phone', label: l.t('desk.entry.phone'), value: form.phone, maxlength: 40, input: (phone) => entry.patch({ phone }) })}
    ${tickField({ name: 'anonymous', label: l.t('desk.entry.anonymous'), value: form.anonymous, input: (anonymous) => entry.patch({ anonymous }) })}
    ${
      form.anonymous
        ? nothing
        : choiceField({
            name: 'consent',
            label: l.t('desk.entry.consent'),
            value: form.consent,
            hint: l.t('desk.entry.consent.hint'),
            input: (value) => entry.patch({ consent: value as typeof form.consent }),
            none: l.t('desk.consent.none'),
            choices: (['paper', 'digital'] as const).map((value) => ({
              value,
              label: l.t(`desk.consent.${value}`),
            })),
          })
    }
  </fieldset>`;
}

/** Original papers, notes, and pictures of them. */
function papersView(entry: EntryDesk): TemplateResult {
  const { desk, form } = entry;
  const { l } = desk;
  const line = (name: 'issuer' | 'papers'): TemplateResult =>
    textField({
      name,
      label: l.t(`desk.entry.${name}`),
      value: form[name],
      input: (value) => entry.patch({ [name]: value }),
    });
  return html`<fieldset class="group">
    <legend>${l.t('desk.more.papers')}</legend>
    ${line('papers')} ${line('issuer')}
    ${areaField({ name: 'note', label: l.t('desk.entry.note'), value: form.note, input: (note) => entry.patch({ note }) })}
    <div class="field">
      <span class="label" id="evidence-label">${l.t('desk.evidence')}</span>
      ${
        form.evidence.length > 0
          ? html`<ul class="evidence-list" aria-labelledby="evidence-label">
              ${form.evidence.map((one) => evidenceItem(one, entry))}
            </ul>`
          : nothing
      }
      ${entry.taking > 0 ? html`<p class="hint" role="status">${l.t('desk.evidence.taking')}</p>` : nothing}
      ${entry.refused.map(
        ({ name, problem }) =>
          html`<p class="notice bad" role="alert">${name}: ${problemText(problem, l)}</p>`,
      )}
      <div class="actions">
        <label class="file"
          ><input
            type="file"
            class="visually-hidden"
            multiple
            accept=${accept}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              const files = [...(input.files ?? [])];
              input.value = '';
              if (files.length > 0) void entry.takeIn(files);
            }}
          /><span>${l.t('desk.evidence.add')}</span></label
        >
        <span class="hint">${l.t('desk.evidence.kinds')}</span>
      </div>
    </div>
  </fieldset>`;
}

function evidenceItem(one: Evidence, entry: EntryDesk): TemplateResult {
  const { desk, form } = entry;
  const { l } = desk;
  return html`<li class="evidence">
    <span class="name">${one.name}</span>
    ${one.kind === 'file' ? html`<span class="hint">${formatBytes(one.size, l.lang)}</span>` : nothing}
    <button
      type="button"
      class="quiet danger"
      aria-label=${l.t('desk.evidence.remove', { name: one.name })}
      @click=${() => entry.patch({ evidence: form.evidence.filter(({ id }) => id !== one.id) })}
    >
      ${l.t('desk.remove')}
    </button>
  </li>`;
}
