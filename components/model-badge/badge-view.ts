import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import { standing } from '../../src/domain/standing.js';
import { formatDate } from '../../src/i18n/translate.js';
import type { LanguageController } from '../base/language.js';
import { rankOf, viewBox } from '../../src/badge-art/artwork.js';
import { picture } from '../base/badge-picture.js';
import type { Detail } from '../../src/badge-art/artwork.types.js';
import { isDemo } from '../../src/badge-art/demo-mark.js';
import type { QrView } from './qr-view.js';
import { lookOf, seriesView } from './series-view.js';

/** Everything that a title is shown from. */
export interface BadgeView {
  value: PublicRecognition;
  /** Date in Viet Nam. */
  today: string;
  l: LanguageController;
  /** Draws the code of the link, once what makes it is there. */
  qr: QrView | undefined;
  link: string | undefined;
  verify: (event: Event) => void;
  download: (kind: 'png' | 'svg') => void;
  /** The last download failed. */
  unsaved: boolean;
}

/** Tick, clock, cross: read without colour. */
const signs = {
  valid: 'M3 8.5l3.5 3.5L13 4.5',
  expired: 'M8 3.5V8l3.2 2M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  revoked: 'M4 4l8 8M12 4l-8 8',
} as const;

interface Known {
  name: string;
  outcome: string;
  state: ReturnType<typeof standing>;
  look: keyof typeof signs;
}

function known({ value, today, l }: BadgeView): Known {
  const state = standing(value, today);
  return {
    name: l.t(`badge.name.${value.model}`),
    outcome: l.text(value.outcomeLabel),
    state,
    look: lookOf(state),
  };
}

function image(
  { value, l }: BadgeView,
  { name, outcome, state, look }: Known,
  detail: Detail,
): TemplateResult {
  const label = l.t(state === 'revoked' ? 'badge.picture.revoked' : 'badge.picture', { name, outcome });
  return html`<svg class="art ${look}" part="picture" viewBox=${viewBox} role="img" aria-label=${label}>
    ${picture(value.model, rankOf(value.outcome), detail, state === 'revoked')}
  </svg>`;
}

function status({ value, l }: BadgeView, { state, look }: Known): TemplateResult {
  const day = state === 'revoked' ? value.revokedAt : state === 'coming' ? value.validFrom : value.validUntil;
  return html`<span class="status ${look}" part="status">
    <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${signs[look]}></path>`}</svg>
    <span
      ><strong>${l.t(`badge.status.${state}`)}</strong>
      ${day === undefined ? nothing : l.t(`badge.since.${state}`, { date: formatDate(day) })}</span
    >
  </span>`;
}

function verifyLinkView(
  { l, link, verify, value }: BadgeView,
  { name }: Known,
): TemplateResult | typeof nothing {
  return link === undefined
    ? nothing
    : html`<a
        class="verify"
        part="verify"
        href=${link}
        aria-label=${l.t('badge.verify.label', { name, holder: value.subjectName })}
        @click=${verify}
        >${l.t('badge.verify')}</a
      >`;
}

const fact = (label: string, words: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${words}</dd>
  </div>`;

function facts({ value, l }: BadgeView): TemplateResult {
  const { decision, place, placeNow, criteria, criteriaTitle, validFrom, validUntil } = value;
  const named = ({ name, code }: typeof place): string =>
    code ? l.t('badge.place.code', { name, code }) : name;
  const { signer, signerTitle: title } = decision;
  return html`<dl class="facts" part="facts">
    ${fact(l.t('badge.issuer'), decision.issuer.name)}
    ${fact(l.t('badge.issued'), html`<time datetime=${decision.date}>${formatDate(decision.date)}</time>`)}
    ${fact(l.t('badge.decision'), decision.number)}
    ${fact(l.t('badge.signer'), title ? l.t('badge.signer.title', { name: signer, title }) : signer)}
    ${fact(
      l.t('badge.validity'),
      l.t('badge.validity.span', { from: formatDate(validFrom), until: formatDate(validUntil) }),
    )}
    ${fact(l.t('badge.place'), named(place))}
    ${placeNow ? fact(l.t('badge.place.now'), named(placeNow)) : nothing}
    ${fact(
      l.t('badge.criteria'),
      l.t('badge.criteria.version', {
        name: l.text(criteriaTitle) || criteria.id,
        version: criteria.version,
      }),
    )}
  </dl>`;
}

/** The badge as a file, where it was signed. */
function downloadView({ value, l, download, unsaved }: BadgeView): TemplateResult | typeof nothing {
  if (value.credential === undefined) return nothing;
  return html`<button type="button" @click=${() => download('png')}>${l.t('badge.download.png')}</button>
    <button type="button" @click=${() => download('svg')}>${l.t('badge.download.svg')}</button>
    ${unsaved ? html`<p class="error" role="alert">${l.t('badge.download.failed')}</p>` : nothing}`;
}

/** A title by criteria that were not compared with their official text says so. */
function setMark({ value: { criteriaStatus: status }, l }: BadgeView): string | typeof nothing {
  return status && status !== 'sourced' ? l.t(`badge.set.${status}`) : nothing;
}

/** Picture, the six things that are asked of whoever displays a badge, and what else a title says. */
export function fullView(view: BadgeView, actions: TemplateResult): TemplateResult {
  const { value, l } = view;
  const about = known(view);
  const { name, outcome } = about;
  const { cycle: year, subjectName: holder } = value;
  const mark = setMark(view);
  return html`<article class="card ${about.look}">
    <div class="head">
      ${image(view, about, 'fine')}
      <div class="title">
        <p class="year">${l.t('badge.year', { year })}</p>
        <h3 part="name">${name}</h3>
        <p class="outcome">${outcome}</p>
        <p class="holder">${holder}</p>
        ${status(view, about)}
      </div>
    </div>
    ${isDemo(value.credential) ? html`<p class="notice warn">${l.t('badge.demo')}</p>` : nothing}
    ${mark === nothing ? nothing : html`<p class="notice warn">${mark}</p>`}
    <p class="description">${l.t('badge.description', { name, holder, year, outcome })}</p>
    ${facts(view)} ${seriesView(value, l)}
    <div class="foot">
      <div class="proof">
        <p class="hint">${l.t('badge.unverified')}</p>
        <div class="actions">${verifyLinkView(view, about)} ${downloadView(view)} ${actions}</div>
      </div>
      ${view.qr?.()}
    </div>
  </article>`;
}

/** Picture and one line. */
export function smallView(view: BadgeView): TemplateResult {
  const { value, l } = view;
  const about = known(view);
  const { name, outcome } = about;
  return html`<p class="line">
    ${image(view, about, 'plain')}
    <span
      ><span part="name">${l.t('badge.small', { name, year: value.cycle, outcome })}</span> ${status(
        view,
        about,
      )}
      ${isDemo(value.credential) ? html`<span class="hint">${l.t('badge.demo.short')}</span>` : nothing}
      <span class="hint">${setMark(view)}</span> ${verifyLinkView(view, about)}</span
    >
  </p>`;
}

/** There is no title to show, and why. Only a real failure is an alarm: without network nothing is wrong. */
export function stateView(
  phase: string,
  small: boolean,
  l: LanguageController,
  retry: unknown,
): TemplateResult {
  if (phase === 'loading' || phase === 'empty') {
    return html`<p class="wait" role="status">
      <svg class="art wait" viewBox=${viewBox} aria-hidden="true">
        ${svg`<path class="rim" d="M0-150a150 150 0 1 1 0 300a150 150 0 1 1 0-300z"></path>`}
      </svg>
      <span>${l.t(phase === 'loading' ? 'badge.loading' : 'badge.empty')}</span>
    </p>`;
  }
  const again = phase === 'error' || phase === 'offline';
  return html`<div
    class="notice ${phase === 'error' ? 'bad' : ''}"
    role=${phase === 'error' ? 'alert' : 'status'}
  >
    <p><strong>${l.t(`badge.${phase}`)}</strong></p>
    ${small ? nothing : html`<p>${l.t(`badge.${phase}.hint`)}</p>`}
    ${again ? html`<p><button type="button" @click=${retry}>${l.t('badge.retry')}</button></p>` : nothing}
  </div>`;
}
