import { html, nothing, type TemplateResult } from 'lit';
import { toProblem } from '../../../../src/client/problem.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { ProposalInput } from '../../../../src/document/register/proposal-list.js';
import { saveFile } from '../../../base/files.js';
import { problemWords, unreadText } from '../../../base/problem-words.js';
import { textField } from '../../../base/fields.js';
import type { RegisterDialog, RegisterHost } from '../../register-host.js';
import { titleLabel } from '../list/row-words.js';
import { actTexts } from './texts.js';

const heads = ['organisation', 'parent', 'place', 'signer'] as const;

/** Draws up the list of those that are verified, for whoever recognises. */
export function openProposal(host: RegisterHost): void {
  host.l.add(actTexts);
  host.l.add(problemWords);
  host.show(new ProposeDialog(host));
}

class ProposeDialog implements RegisterDialog {
  readonly #host: RegisterHost;
  readonly #typed: Record<(typeof heads)[number], string>;
  #problem: Problem | undefined;
  #busy = false;

  constructor(host: RegisterHost) {
    this.#host = host;
    const signer = host.l.t('register.propose.signer.usual');
    this.#typed = { organisation: '', parent: '', place: '', signer };
  }

  render(): TemplateResult {
    const { l, selection } = this.#host;
    const n = this.#rows.length;
    const unfit = selection.size - n;
    const problem = this.#problem;
    const button = (as: 'print' | 'docx' | 'xlsx', primary = false): TemplateResult =>
      html`<button
        type="button"
        class=${primary ? 'primary' : nothing}
        data-do="propose-${as}"
        ?disabled=${n === 0 || this.#busy}
        @click=${() => void this.#make(as)}
      >
        ${l.t(`register.propose.${as}`)}
      </button>`;
    return html`<form class="dialog" novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h2 id="dialog-title" tabindex="-1">${l.t('register.propose.title')}</h2>
      <p><strong>${l.t('register.propose.fit', { n })}</strong></p>
      ${unfit > 0 ? html`<p class="notice warn">${l.t('register.propose.unfit', { n: unfit })}</p>` : nothing}
      <div class="grid">
        ${heads.map((name) =>
          textField({
            name: `propose-${name}`,
            label: l.t(`register.propose.${name}`),
            value: this.#typed[name],
            input: (value) => (this.#typed[name] = value),
          }),
        )}
      </div>
      <p class="hint">${l.t('register.propose.sample')}</p>
      ${problem ? html`<p class="notice bad" role="alert">${unreadText(problem, l)}</p>` : nothing}
      <div class="actions end">
        <button type="button" @click=${() => this.#host.close()}>${l.t('register.close')}</button>
        ${button('xlsx')} ${button('docx')} ${button('print', true)}
      </div>
    </form>`;
  }

  get #rows(): ProposalInput['rows'] {
    const { l, selection, sets } = this.#host;
    return selection.rows
      .filter(({ state }) => state === 'verified')
      .map(({ model, name, place, head, score, max, outcome, criteria }) => ({
        model,
        name,
        place: place.name,
        head: head?.name ?? '',
        ...(score !== undefined && { score }),
        ...(max !== undefined && { max }),
        title: titleLabel(outcome, criteria, sets, l),
      }));
  }

  async #make(as: 'print' | 'docx' | 'xlsx'): Promise<void> {
    const { l, list } = this.#host;
    this.#problem = undefined;
    this.#busy = true;
    this.#host.changed();
    try {
      const paper = await import('../../../../src/document/index.js');
      const { proposalList, proposalSheet, proposalFileName } = await paper.registerPapers();
      const { organisation, parent, place, signer } = this.#typed;
      const input: ProposalInput = {
        cycle: list.getState().filter.cycle,
        rows: this.#rows,
        settings: { organisation, parentOrganisation: parent, place, signer },
        lang: l.lang,
      };
      const name = proposalFileName(input);
      if (as === 'xlsx') saveFile(await paper.toXlsx([proposalSheet(input)]), `${name}.xlsx`);
      else if (as === 'docx') saveFile(await paper.toDocx(proposalList(input)), `${name}.docx`);
      else if (!(await paper.printDocument(proposalList(input), { window, title: name })))
        this.#problem = { code: 'unsupported', params: { reason: 'print' }, retryable: false };
    } catch (error) {
      this.#problem = toProblem(error, 'offline');
      this.#host.report(error);
    }
    this.#busy = false;
    this.#host.changed();
  }
}
