import { html, nothing, type TemplateResult } from 'lit';
import type { ActKind } from '../../../../src/client/register/act.types.js';
import { fitsAct, makeAct } from '../../../../src/client/register/make-act.js';
import type { RegisterRow } from '../../../../src/domain/area/area-query.schema.js';
import { misfit } from '../../../../src/domain/criteria-fit.js';
import type { CriteriaRef, CriteriaSetSummary } from '../../../../src/domain/criteria-set.schema.js';
import { choiceField } from '../../../base/fields.js';
import type { RegisterDialog, RegisterHost } from '../../register-host.js';
import { kindWords } from '../list/row-words.js';
import { actTexts } from './texts.js';

/** Most subjects of one act: what waits is kept on the device. */
const mostItems = 5_000;

/** Asks once more before an act on all that is picked. Errors: those of the query for criteria sets. */
export async function openAct(host: RegisterHost, kind: ActKind): Promise<void> {
  host.l.add(actTexts);
  const sets = kind === 'register' ? await host.session.sets() : [];
  host.show(new ActDialog(host, kind, sets));
}

/** Subjects that are registered by the same set. */
interface Group {
  key: string;
  model: RegisterRow['model'];
  subjectGroup: string | undefined;
  choices: readonly CriteriaSetSummary[];
}

class ActDialog implements RegisterDialog {
  readonly #host: RegisterHost;
  readonly #kind: ActKind;
  readonly #cycle: string;
  readonly #groups: readonly Group[];
  readonly #chosen = new Map<string, CriteriaRef>();
  /** It was agreed to; a second press is the same one. */
  #going = false;

  constructor(host: RegisterHost, kind: ActKind, sets: readonly CriteriaSetSummary[]) {
    this.#host = host;
    this.#kind = kind;
    this.#cycle = host.list.getState().filter.cycle;
    const fitting = host.selection.rows.filter((row) => fitsAct(kind, row));
    const byKey = new Map(fitting.map((row) => [keyOf(row), row]));
    this.#groups =
      kind === 'register'
        ? [...byKey].map(([key, row]) => ({
            key,
            model: row.model,
            subjectGroup: row.subjectGroup,
            choices: sets
              .filter((set) => misfit(set, row, this.#cycle) === undefined)
              .sort((a, b) => Number(a.superseded !== undefined) - Number(b.superseded !== undefined)),
          }))
        : [];
    for (const { key, choices } of this.#groups) if (choices[0]) this.#chosen.set(key, refOf(choices[0]));
  }

  get #fitting(): RegisterRow[] {
    return this.#host.selection.rows.filter(
      (row) => fitsAct(this.#kind, row) && (this.#kind !== 'register' || this.#chosen.has(keyOf(row))),
    );
  }

  render(): TemplateResult {
    const { l, selection } = this.#host;
    const kind = this.#kind;
    const n = this.#fitting.length;
    const unfit = selection.size - n;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#go();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title" tabindex="-1">${l.t(`register.act.title.${kind}`, { year: this.#cycle })}</h2>
      <p><strong>${l.t('register.act.fit', { n })}</strong></p>
      ${unfit > 0 ? html`<p class="notice warn">${l.t(`register.act.unfit.${kind}`, { n: unfit })}</p>` : nothing}
      ${this.#groups.map((group) => this.#setField(group))}
      <p class="hint">${l.t(`register.act.hint.${kind}`)}</p>
      ${n > mostItems ? html`<p class="notice bad" role="alert">${l.t('register.act.most', { most: mostItems })}</p>` : nothing}
      <div class="actions end">
        <button type="button" @click=${() => this.#host.close()}>${l.t('register.act.cancel')}</button>
        <button type="submit" class="primary" ?disabled=${n === 0 || n > mostItems}>
          ${l.t('register.act.go', { n })}
        </button>
      </div>
    </form>`;
  }

  #setField(group: Group): TemplateResult {
    const { l } = this.#host;
    const model = kindWords({ model: group.model, subjectGroup: group.subjectGroup }, l);
    const { key, choices } = group;
    if (choices.length === 0)
      return html`<p class="notice warn">${l.t('register.act.set.none', { model, year: this.#cycle })}</p>`;
    const chosen = this.#chosen.get(key);
    return choiceField({
      name: `set-${key}`,
      label: l.t('register.act.set', { model }),
      value: chosen ? setKey(chosen) : '',
      choices: choices.map((set) => ({
        value: setKey(set),
        label:
          set.status === 'sample'
            ? l.t('register.act.set.sample', { title: l.text(set.title) })
            : l.text(set.title),
      })),
      input: (value) => {
        const set = choices.find((one) => setKey(one) === value);
        if (set) this.#chosen.set(key, refOf(set));
        this.#host.changed();
      },
    });
  }

  async #go(): Promise<void> {
    const { session, list } = this.#host;
    const rows = this.#fitting;
    if (rows.length === 0 || rows.length > mostItems) return;
    if (this.#going) return;
    this.#going = true;
    const act = makeAct(session.client, this.#kind, rows, (row) => this.#chosen.get(keyOf(row)));
    try {
      // Before the dialog goes: where it cannot be had nothing is begun, and what is picked stays.
      const acts = await this.#host.acts();
      this.#host.close();
      void acts.start({ ...act, cycle: list.getState().filter.cycle });
      this.#host.focus('[data-do=undo]');
    } catch (error) {
      this.#host.close();
      this.#host.failed(error);
    }
  }
}

const keyOf = ({ model, subjectGroup }: Pick<RegisterRow, 'model' | 'subjectGroup'>): string =>
  `${model}${subjectGroup === undefined ? '' : `.${subjectGroup}`}`;
const refOf = ({ id, version }: CriteriaRef): CriteriaRef => ({ id, version });
const setKey = ({ id, version }: CriteriaRef): string => `${id}@${version}`;
