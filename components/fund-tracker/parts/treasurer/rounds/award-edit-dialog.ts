import { html, nothing, type TemplateResult } from 'lit';
import type { Award, Recipient, Round } from '../../../../../src/domain/fund/round.schema.js';
import { formatDong } from '../../../../../src/i18n/format-dong.js';
import type { Desk, DeskDialog } from '../desk.js';
import { KeptForm } from '../kept-form.js';
import { readAward } from './read-award.js';
import { choiceField, textField, tickField } from '../../../../base/fields.js';
import { troubleView } from '../trouble-view.js';

const texts = ['grade', 'school', 'hamlet', 'guardian'] as const;

interface AwardForm {
  name: string;
  born: string;
  adult: boolean;
  grade: string;
  school: string;
  hamlet: string;
  guardian: string;
  level: string;
}

const clean = (text: string): string => text.trim().normalize('NFC');

/** Corrects who a recipient is, and until he is paid what he gets. */
export class AwardEditDialog implements DeskDialog {
  readonly #desk: Desk;
  #award: Award;
  readonly #round: Round | undefined;
  readonly #kept: KeptForm<AwardForm>;
  #tried = false;

  constructor(desk: Desk, award: Award) {
    this.#desk = desk;
    this.#award = award;
    this.#round = desk.view.rounds.find(({ id }) => id === award.round);
    this.#kept = new KeptForm(desk, `award-${award.id}`, () => this.#fresh);
  }

  get #form(): AwardForm {
    return this.#kept.form;
  }

  /** The form as the award is. */
  get #fresh(): AwardForm {
    const { who, level } = this.#award;
    return {
      name: who?.name ?? '',
      born: who?.born === undefined ? '' : String(who.born),
      adult: who?.adult ?? false,
      grade: who?.grade ?? '',
      school: who?.school ?? '',
      hamlet: who?.hamlet ?? '',
      guardian: who?.guardian ?? '',
      level,
    };
  }

  #put(change: Partial<AwardForm>): void {
    this.#kept.put(change);
  }

  /** What a field is called. */
  #label([name = '']: readonly string[]): string {
    return this.#desk.l.t(['level', 'adult'].includes(name) ? `desk.award.${name}` : `desk.who.${name}`);
  }

  /** Reads the award again, which somebody else has changed. Without it the next attempt asks again. */
  async #reread(): Promise<void> {
    const { host } = this.#desk;
    try {
      this.#award = (await readAward(this.#desk, this.#award)) ?? this.#award;
    } catch (error) {
      host.report(error);
    }
    host.changed();
  }

  /** What is paid or waits to be paid stays what it is. */
  get #settled(): boolean {
    const { paid, waiting } = this.#award;
    return paid !== undefined || waiting !== undefined;
  }

  #read(): { who: Recipient; faults: Set<string> } {
    const form = this.#form;
    const born = form.born.trim();
    const faults = new Set<string>();
    if (!/\p{L}/u.test(form.name)) faults.add('name');
    const thisYear = Number(this.#desk.session.today.slice(0, 4));
    if (born !== '' && !(/^(19|20|21)\d\d$/.test(born) && Number(born) <= thisYear)) faults.add('born');
    const { reason } = this.#award.who ?? {};
    const given = texts
      .map((key): [string, string] => [key, clean(form[key])])
      .filter(([, text]) => text !== '');
    const who: Recipient = {
      name: clean(form.name),
      ...(born !== '' && { born: Number(born) }),
      ...(form.adult && { adult: true }),
      ...(Object.fromEntries(given) as Partial<Recipient>),
      ...(reason !== undefined && { reason }),
    };
    return { who, faults };
  }

  render(): TemplateResult {
    const { l, busy } = this.#desk;
    const form = this.#form;
    const faults = this.#tried ? this.#read().faults : new Set<string>();
    const line = (name: 'name' | 'born' | (typeof texts)[number], more: object = {}): TemplateResult =>
      textField({
        name: `award-${name}`,
        label: l.t(`desk.who.${name}`),
        value: form[name],
        fault: faults.has(name) ? l.t(`desk.award.fault.${name}`) : undefined,
        input: (value) => this.#put({ [name]: value }),
        ...more,
      });
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#save();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t('desk.award.edit')}</h2>
      ${troubleView(this.#desk)} ${this.#kept.view((path) => this.#label(path))} ${line('name')}
      <div class="grid">
        ${line('born', { figures: true, maxlength: 4 })} ${line('grade', { maxlength: 80 })} ${line('school')}
        ${line('hamlet')} ${line('guardian')} ${this.#level()}
      </div>
      ${tickField({ name: 'award-adult', label: l.t('desk.award.adult'), value: form.adult, input: (adult) => this.#put({ adult }) })}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy}>${l.t('desk.save')}</button>
      </div>
    </form>`;
  }

  #level(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    if (this.#settled || !this.#round) return nothing;
    return choiceField({
      name: 'award-level',
      label: l.t('desk.award.level'),
      value: this.#form.level,
      choices: this.#round.levels.map(({ id, label, amount }) => ({
        value: id,
        label: `${l.text(label)}: ${formatDong(amount, l.lang)}`,
      })),
      input: (level) => this.#put({ level }),
    });
  }

  async #save(): Promise<void> {
    const desk = this.#desk;
    if (!this.#kept.settled) return;
    const { who, faults } = this.#read();
    this.#tried = faults.size > 0;
    if (this.#tried) {
      desk.host.changed();
      desk.host.focus('dialog [aria-invalid=true]');
      return;
    }
    const { id, version, level: before } = this.#award;
    const { level } = this.#form;
    const acted = await desk.act({
      kind: 'award.update',
      about: { id, version },
      typed: [who, level],
      payload: () => ({
        salt: desk.session.newSalt(),
        who,
        ...(!this.#settled && level !== before && { level }),
      }),
    });
    if (acted.status === 'conflict') await this.#reread();
    if (acted.status !== 'done') return;
    this.#kept.drop();
    desk.say('desk.said.award', { name: who.name });
    desk.close();
    desk.host.focus('#said');
  }
}
