import { html, nothing, type TemplateResult } from 'lit';
import { criteriaKey } from '../../../src/domain/criteria-key.js';
import type { CriteriaSetSummary, Fact } from '../../../src/domain/criteria-set.schema.js';
import type { Problem } from '../../../src/client/view.types.js';
import type { Model } from '../../../src/domain/text.schema.js';
import { problemText } from '../../base/problem-text.js';
import { asksConsent } from '../consent-desk.js';
import type { FormContext } from '../form-context.js';
import { dueLine } from './due-view.js';
import { consentFields, type ConsentDraft, type ConsentTerms } from './consent-view.js';

/** What is typed in the register step, kept by the form until the command is through. */
export interface RegisterDraft {
  name: string;
  parent: string;
  place: string;
  headName: string;
  headPosition: string;
  criteria: string;
  facts: Record<string, string | boolean>;
  consent: ConsentDraft;
}

/** What the register step is drawn from, beside what is typed. */
export interface RegisterAbout {
  model: Model;
  errors: readonly string[];
  chosen: CriteriaSetSummary | undefined;
  /** ISO date, for deadlines. */
  today: string;
  /** Why what is typed is not kept on this device. */
  unkept?: Problem | undefined;
}

/** What else is asked of whom: a household or a person has no superior body and no position. */
const others: Readonly<Record<Model, readonly (keyof RegisterDraft)[]>> = {
  unit: ['parent', 'headName', 'headPosition'],
  community: ['parent', 'headName', 'headPosition'],
  clan: ['headName'],
  family: [],
  citizen: [],
};

/** Fields that must be filled and are not. `model` says whether consent has to be asked for. */
export function registerErrors(
  draft: RegisterDraft,
  chosen: CriteriaSetSummary | undefined,
  model: Model,
): string[] {
  const errors: string[] = [];
  if (!draft.name.trim()) errors.push('name');
  if (!draft.place.trim()) errors.push('place');
  if (!chosen) errors.push('criteria');
  for (const fact of chosen?.facts ?? []) {
    if (fact.kind === 'choice' && draft.facts[fact.id] === undefined) errors.push(`fact-${fact.id}`);
  }
  if (asksConsent(model, draft.headName) && !draft.consent.assessment) errors.push('consent');
  return errors;
}

function field(
  id: Exclude<keyof RegisterDraft, 'facts' | 'consent'>,
  draft: RegisterDraft,
  errors: readonly string[],
  context: FormContext,
  required: boolean,
): TemplateResult {
  const { l, view } = context;
  const model = view.subject?.model ?? view.choices[0]?.model ?? 'unit';
  const own = `register.${id}.${model}`;
  const bad = errors.includes(id);
  return html`<div class="field">
    <label for="g-${id}"
      >${l.t(l.has(own) ? own : `register.${id}`)}
      ${required ? nothing : html`<span class="hint">${l.t('register.optional')}</span>`}</label
    >
    <input
      id="g-${id}"
      type="text"
      maxlength="255"
      autocomplete=${id === 'headName' ? 'off' : 'organization'}
      data-g=${id}
      .value=${draft[id]}
      aria-required=${required ? 'true' : 'false'}
      aria-invalid=${bad ? 'true' : 'false'}
      aria-describedby=${bad ? `ge-${id}` : nothing}
    />
    ${bad ? html`<p class="error" id="ge-${id}">${l.t('register.missing')}</p>` : nothing}
  </div>`;
}

function factField(
  fact: Fact,
  draft: RegisterDraft,
  errors: readonly string[],
  context: FormContext,
): TemplateResult {
  const { l } = context;
  if (fact.kind === 'boolean') {
    return html`<label class="check"
      ><input type="checkbox" data-fact=${fact.id} .checked=${draft.facts[fact.id] === true} />${l.text(
        fact.label,
      )}</label
    >`;
  }
  const bad = errors.includes(`fact-${fact.id}`);
  return html`<div class="field">
    <label for="g-fact-${fact.id}">${l.text(fact.label)}</label>
    <select
      id="g-fact-${fact.id}"
      data-fact=${fact.id}
      aria-invalid=${bad ? 'true' : 'false'}
      aria-describedby=${bad ? `ge-fact-${fact.id}` : nothing}
    >
      <option value="" ?selected=${draft.facts[fact.id] === undefined}>${l.t('register.choose')}</option>
      ${(fact.options ?? []).map(
        (option) =>
          html`<option value=${option.id} ?selected=${draft.facts[fact.id] === option.id}>
            ${l.text(option.label)}
          </option>`,
      )}
    </select>
    ${bad ? html`<p class="error" id="ge-fact-${fact.id}">${l.t('register.unchosen')}</p>` : nothing}
  </div>`;
}

function setChoice(
  set: CriteriaSetSummary,
  id: string | undefined,
  draft: RegisterDraft,
  today: string,
  context: FormContext,
): TemplateResult {
  const { l, view } = context;
  const due = dueLine(set, view.cycle, today, l);
  const source = [set.source.number, set.source.issuer ? l.text(set.source.issuer) : undefined]
    .filter(Boolean)
    .join(', ');
  return html`<label class="set"
    ><input
      type="radio"
      name="criteria"
      id=${id ?? nothing}
      data-g="criteria"
      value=${criteriaKey(set)}
      .checked=${draft.criteria === criteriaKey(set)}
    /><span
      ><span class="set-title">${l.text(set.title)}</span> ${
        set.status === 'sample' && !source
          ? nothing
          : html`<span class="hint">${source || l.text(set.source.name)}</span>`
      }
      ${set.status === 'sourced' ? nothing : html`<span class="mark">${l.t(`form.set.${set.status}`)}</span>`}
      ${set.superseded ? html`<span class="mark">${l.t('form.set.superseded')}</span>` : nothing}
      ${due ? html`<span class="hint due">${due}</span>` : nothing}</span
    ></label
  >`;
}

/** What is missing, each with a link to its field; and what became of the last attempt. Told while typing: the number alone. */
export function registerProblems(errors: readonly string[], { l, view, more }: FormContext): TemplateResult {
  const { submit } = view;
  const refused = submit.status === 'failed' || submit.status === 'rejected';
  return html`${
    errors.length > 0
      ? html`<div class="notice bad" tabindex="-1" id="missing">
          <div role="alert"><h3>${l.t('register.errors', { n: errors.length })}</h3></div>
          <ul class="links">
            ${errors.map(
              (id) =>
                html`<li>
                  <a href="#g-${id}" data-focus="g-${id}"
                    >${l.t(`register.error.${id.startsWith('fact-') ? 'fact' : id}`)}</a
                  >
                </li>`,
            )}
          </ul>
        </div>`
      : nothing
  }
  ${
    refused
      ? html`<p class="notice bad" role="alert">
          ${
            !more
              ? l.t('register.failed')
              : submit.status === 'failed'
                ? problemText(submit.problem, l)
                : l.t(`rejection.${submit.rejection.code}`)
          }
        </p>`
      : nothing
  }`;
}

/** Who is assessed, by which of the sets that apply, and what else the set asks about him. */
export function registerFields(
  draft: RegisterDraft,
  { model, errors, chosen, today }: RegisterAbout,
  context: FormContext,
): TemplateResult {
  const { l, view } = context;
  const asked = others[model];
  const unchosen = errors.includes('criteria');
  return html`<div class="grid">
      ${field('name', draft, errors, context, true)}
      ${asked.includes('parent') ? field('parent', draft, errors, context, false) : nothing}
      ${field('place', draft, errors, context, true)}
    </div>
    <div class="grid">
      ${asked.includes('headName') ? field('headName', draft, errors, context, false) : nothing}
      ${asked.includes('headPosition') ? field('headPosition', draft, errors, context, false) : nothing}
    </div>
    <fieldset class="sets" aria-describedby=${unchosen ? 'ge-criteria' : nothing}>
      <legend>${l.t(model === 'citizen' ? 'register.criteria.citizen' : 'register.criteria')}</legend>
      ${view.choices.map((set, index) => setChoice(set, index === 0 ? 'g-criteria' : undefined, draft, today, context))}
      ${unchosen ? html`<p class="error" id="ge-criteria">${l.t('register.error.criteria')}</p>` : nothing}
    </fieldset>
    ${
      chosen?.facts?.length
        ? html`<fieldset class="facts">
            <legend>${l.t('register.facts')}</legend>
            ${chosen.facts.map((fact) => factField(fact, draft, errors, context))}
          </fieldset>`
        : nothing
    }`;
}

/** What is told of records that are stored and cannot be read. */
function damagedView({ l, view, more }: FormContext): TemplateResult | typeof nothing {
  // The sentences come with what tells of other such states.
  if (!view.problem || !more) return nothing;
  const { kind } = view.problem.params;
  const n = Number(view.problem.params['n']);
  return html`<p class="notice warn" role="alert">
    ${l.t(kind === 'subject' ? 'register.damaged.subject' : 'register.damaged', { year: view.cycle })}
    ${kind === 'subject' ? l.t('register.damaged.again') : nothing}
    ${n > 0 || kind !== 'subject' ? l.t('register.damaged.answers', { n }) : nothing}
    ${l.t('register.damaged.ask')}
  </p>`;
}

/** Told as long as the device has no room for what is typed. */
const unkeptView = (
  problem: Problem | undefined,
  { l, more }: FormContext,
): TemplateResult | typeof nothing =>
  problem && more ? html`<p class="notice bad" role="alert">${problemText(problem, l)}</p>` : nothing;

/** First step: who is assessed, for which year, by which criteria set. */
export function registerView(
  context: FormContext,
  draft: RegisterDraft,
  about: RegisterAbout,
  terms: ConsentTerms,
): TemplateResult {
  const { l, view } = context;
  const { model, errors } = about;
  const busy = view.submit.status === 'sending';
  return html`<form class="register" part="register" data-form="register" novalidate>
    <h2>${l.t('register.title')}</h2>
    <p class="hint lead">${l.t('register.lead')}</p>
    ${damagedView(context)} ${registerProblems(errors, context)}
    <div class="grid">
      <div class="field">
        <label for="g-cycle">${l.t('register.cycle')}</label>
        <select id="g-cycle" data-cycle>
          ${view.cycles.map((year) => html`<option value=${year} ?selected=${year === view.cycle}>${year}</option>`)}
        </select>
      </div>
      ${
        view.subjects.length > 1
          ? html`<div class="field">
              <label for="g-subject">${l.t('register.subject')}</label>
              <select id="g-subject" data-subject>
                ${view.subjects.map(
                  (each) =>
                    html`<option value=${each.id} ?selected=${each.id === view.subject?.id}>
                      ${each.name}
                    </option>`,
                )}
                <option value="" ?selected=${!view.subject}>${l.t('register.subject.new')}</option>
              </select>
            </div>`
          : nothing
      }
    </div>
    ${registerFields(draft, about, context)}
    ${
      asksConsent(model, draft.headName)
        ? consentFields(draft.consent, model, errors.includes('consent'), terms, context)
        : nothing
    }
    ${unkeptView(about.unkept, context)}
    <div class="actions">
      <button type="submit" class="primary" ?disabled=${busy}>
        ${l.t(busy ? 'register.sending' : 'register.submit')}
      </button>
    </div>
  </form>`;
}
