import { html, nothing, type TemplateResult } from 'lit';
import type { RefusedPlace } from '../../../../src/domain/area/place-faults.js';
import type { Gazetteer } from '../../../../src/domain/locality/locality.schema.js';
import type { ImportedPlaces, ImportRemark } from '../../../../src/domain/locality/import/index.js';
import { textField, tickField } from '../../../base/fields.js';
import {
  fileChooser,
  importDialog,
  progressView,
  refusalsView,
  whyView,
} from '../../../base/import/dialog-views.js';
import { importStyles } from '../../../base/import/import.styles.js';
import { rejectionText } from '../../../base/rejection-text.js';
import { wear } from '../../../base/wear.js';
import type { RegisterDialog, RegisterHost } from '../../register-host.js';
import { PlacesDesk } from './places-desk.js';
import { placesTexts } from './texts.js';

/** Lines that are named one by one. */
const named = 200;

/** Opens the list of places, for who administers it. */
export function openPlaces(host: RegisterHost): void {
  for (const texts of placesTexts) host.l.add(texts);
  wear(host.root, importStyles);
  host.show(new PlacesDialog(host));
}

/** Files, what is said of each line of them, and then all that is new into the back end. */
class PlacesDialog implements RegisterDialog {
  readonly #host: RegisterHost;
  readonly #work: PlacesDesk;

  constructor(host: RegisterHost) {
    this.#host = host;
    this.#work = new PlacesDesk(host);
  }

  closed(): void {
    this.#work.stop();
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const { phase, trouble, read, ready } = this.#work;
    const body = html`${phase === 'writing' || phase === 'reading' ? this.#progress() : this.#chooser()}
    ${whyView(trouble, l)}
    ${trouble && phase === 'opening' ? html`<p><button type="button" data-do="retry" @click=${() => void this.#work.open()}>${l.t('register.retry')}</button></p>` : nothing}
    ${this.#ended()} ${phase === 'preview' && read ? this.#preview(read) : nothing}`;
    return importDialog(
      {
        l,
        title: l.t('register-places.title'),
        close: () => this.#host.close(),
        go: phase === 'preview' ? { label: l.t('register-places.go'), ready } : undefined,
        submit: () => void this.#work.enter(),
      },
      body,
    );
  }

  #chooser(): TemplateResult {
    const { l } = this.#host;
    const { known, names } = this.#work;
    if (!known) return html`<p role="status">${l.t('register.loading')}</p>`;
    return html`<p data-now>${l.t('register-places.now', countsOf(known.gazetteer))}</p>
      <p class="hint">${l.t('register-places.hint')}</p>
      ${fileChooser({
        l,
        name: 'places-file',
        names,
        accept: '.json,application/json',
        multiple: true,
        chosen: (files) => void this.#work.choose(files),
      })}`;
  }

  #progress(): TemplateResult {
    const { l } = this.#host;
    const { phase, share } = this.#work;
    if (phase === 'reading') return html`<p role="status">${l.t('register-places.reading')}</p>`;
    const text = l.t('register-places.writing', { percent: Math.floor(share * 100) });
    return progressView(l, text, share, { can: true, go: () => this.#work.stop() });
  }

  /** How the last import ended, where it did not end well. */
  #ended(): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const { refused, stopped } = this.#work;
    if (stopped !== undefined)
      return html`<p class="notice warn" role="alert">${l.t('register-places.stopped', { n: stopped })}</p>`;
    if (!refused) return nothing;
    const { part, parts, faults, rejection } = refused;
    const lead = l.t('register-places.refused', { part, n: parts });
    const reason = faults.length === 0 ? rejectionText(rejection, l) : undefined;
    return refusalsView(
      l,
      lead,
      reason,
      faults.map((fault) => () => this.#faultText(fault)),
    );
  }

  #faultText({ code, key = '', event }: RefusedPlace): string {
    const { l } = this.#host;
    const about = { key, name: key || String(event ?? ''), other: '' };
    return code === 'vanished' || code === 'vanished-event'
      ? l.t(`register-places.fault.${code}`, about)
      : l.t(`places.fault.${code}`, about);
  }

  #preview(read: ImportedPlaces): TemplateResult {
    const { l } = this.#host;
    const work = this.#work;
    const { remarks, gazetteer, sound, failed, unsaid } = read;
    const number = (severity: ImportRemark['severity']): number =>
      remarks.filter((one) => one.severity === severity).length;
    const errors = number('error');
    const shown = remarks.filter(({ severity }) => severity !== 'note').slice(0, named);
    const hidden = remarks.length - shown.length + unsaid;
    return html`<section class="group" aria-labelledby="places-preview">
      <h3 id="places-preview" tabindex="-1">${l.t('register-places.remarks')}</h3>
      <p role="status" data-counts>
        ${l.t('places.done', { ...countsOf(gazetteer), events: gazetteer.events.length })}
        ${l.t('places.tally', { errors, warnings: number('warning'), notes: number('note') })}
      </p>
      ${sound ? nothing : html`<p class="notice bad">${l.t('register-places.unsound')}</p>`}
      ${sound && !work.news ? html`<p class="notice warn">${l.t('register-places.nothing')}</p>` : nothing}
      <ul class="plain" data-remarks>
        ${shown.map((remark) => html`<li data-severity=${remark.severity}>${this.#remarkText(remark)}</li>`)}
      </ul>
      ${hidden > 0 ? html`<p class="hint">${l.t('places.unsaid', { n: hidden })}</p>` : nothing}
      ${textField({
        name: 'places-source',
        label: l.t('register-places.source'),
        hint: l.t('register-places.source.hint'),
        value: work.source,
        maxlength: 200,
        input: (value) => (work.source = value),
      })}
      ${
        failed && sound
          ? tickField({
              name: 'places-leave-out',
              label: l.t('register-places.leave-out', { n: errors }),
              value: work.leaveOut,
              input: (value) => {
                work.leaveOut = value;
                this.#host.changed();
              },
            })
          : nothing
      }
    </section>`;
  }

  #remarkText({ file, line, code, severity, params }: ImportRemark): string {
    const { l } = this.#host;
    const key =
      code === 'fault' || code === 'doubt' ? `places.fault.${params['fault']}` : `places.import.${code}`;
    const text = `${l.t(`places.severity.${severity}`)}: ${l.t(key, params)}`;
    if (line > 0) return l.t('register-places.remark', { file, line: String(line), text });
    // What is found in all files together is no file's.
    return file ? l.t('register-places.remark.file', { file, text }) : text;
  }
}

function countsOf({ localities }: Gazetteer): { provinces: number; communes: number; former: number } {
  const today = (level: string): number =>
    localities.filter((one) => one.level === level && one.to === undefined).length;
  return {
    provinces: today('province'),
    communes: today('commune'),
    former: localities.filter(({ to }) => to !== undefined).length,
  };
}
