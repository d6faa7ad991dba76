import { addDong } from '../../domain/fund/dong.js';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { PublicAward, PublicRound } from '../../domain/fund/fund-query.schema.js';
import { initialsOf } from '../../domain/fund/recipient-label.js';
import type { Lang } from '../../i18n/translate.js';
import { clean } from '../wording.js';
import { openLinesOf, type FundBook, type LedgerLine } from './fund-input.js';
import { fundWording, type FundWording } from './fund-wording.js';
import { sumRounds } from './round-sums.js';

/** The version of the 360Giving Data Standard that the file keeps to. */
const version = '1.4';
/** Its code for grants to individuals for education and training. */
const education = 'GTIP130';

/** What the standard says of an organisation. */
interface Organisation {
  id: string;
  name: string;
}

/** A grant, with the fields of the standard that a fund can fill. */
export interface Grant {
  id: string;
  title: string;
  description: string;
  currency: 'VND';
  /** Whole đồng. */
  amountAwarded: number;
  awardDate: string;
  recipientIndividual?: { id: string; name: string };
  toIndividualsDetails?: { grantPurpose: string[] };
  recipientOrganization?: Organisation[];
  fundingOrganization: Organisation[];
  beneficiaryLocation: { name: string; countryCode: 'VN' }[];
  grantProgramme?: { code: string; title: string; description?: string }[];
  dateModified: string;
  dataSource?: string;
}

/** A file of grants as the standard packs them. */
export interface GrantPackage {
  version: string;
  title: string;
  description: string;
  issued?: string;
  publisher: { name: string; identifier?: string };
  license?: string;
  grants: Grant[];
}

export interface GrantsInput extends FundBook {
  rounds: readonly Pick<PublicRound, 'id' | 'title' | 'criteria' | 'levels'>[];
  /** As anybody may read them. */
  awards: readonly PublicAward[];
  lang: Lang;
  /** Registered with 360Giving. Default: made from the fund's id, which is unique but not registered. */
  prefix?: string;
  /** The fund in an official register, "XX-ABC-123". Default: the prefix. */
  organisationId?: string;
  /** Day of publication, address of the ledger and of the licence, as the publisher chooses them. */
  issued?: string;
  dataSource?: string;
  license?: string;
}

/**
 * What a fund granted, in the shape of the 360Giving Data Standard: a grant for each recipient whom the public list shows
 * by himself, one for all others of a round, and one for each transfer to another fund. Recipients have initials and a
 * class at most, whoever agreed to more, and no reason that would tell their circumstances. The grants of a round add up
 * to what was paid in it. Money only.
 *
 * @throws RangeError beyond exact sums.
 */
export function grants360(input: GrantsInput): GrantPackage {
  const { fund, lang, organisationId, issued, license } = input;
  const words = fundWording(lang);
  const lines = openLinesOf(input.pages, fund.categories);
  const name = clean(fund.name);
  return {
    version,
    title: words.t('fund-paper.grants.title', { fund: name }),
    description: words.t('fund-paper.grants.about'),
    ...(issued && { issued }),
    publisher: { name, ...(organisationId && { identifier: organisationId }) },
    ...(license && { license }),
    grants: [...toPeople(input, lines, words), ...toFunds(input, lines, words)],
  };
}

/** The same as a file. */
export function toGrants360(input: GrantsInput): Blob {
  return new Blob([`${JSON.stringify(grants360(input), null, 2)}\n`], { type: 'application/json' });
}

const prefixOf = ({ prefix, fund }: GrantsInput): string =>
  prefix ?? `360G-${fund.id.replace(/[^A-Za-z0-9-]/g, '_')}`;

/** What all grants of a fund have alike. */
function shared(
  input: GrantsInput,
  entry: Entry,
): Pick<
  Grant,
  'currency' | 'awardDate' | 'fundingOrganization' | 'beneficiaryLocation' | 'dateModified' | 'dataSource'
> {
  const { fund, organisationId, dataSource } = input;
  return {
    currency: 'VND',
    awardDate: entry.date,
    fundingOrganization: [{ id: organisationId ?? prefixOf(input), name: clean(fund.name) }],
    beneficiaryLocation: [{ name: clean(fund.place.name), countryCode: 'VN' }],
    dateModified: entry.recordedAt,
    ...(dataSource && { dataSource }),
  };
}

function toPeople(input: GrantsInput, lines: readonly LedgerLine[], words: FundWording): Grant[] {
  const entries = lines.map(({ entry }) => entry);
  return sumRounds(entries.filter(({ account }) => account !== 'kind')).flatMap(
    ({ id, count, amount, last }) => {
      if (amount <= 0) return [];
      const round = input.rounds.find((one) => one.id === id);
      const listed = input.awards.filter((award) => award.round === id);
      const sum = addDong(...listed.map((award) => award.amount));
      const people = listed.reduce((all, award) => all + award.count, 0);
      // A list that says more than was paid is not the list of these payments.
      const shown = sum > amount ? [] : listed;
      const rest = sum > amount ? amount : amount - sum;
      const together = Math.max(0, sum > amount ? count : count - people);
      const parts = [
        ...shown,
        ...(rest > 0 ? [{ round: id, count: together, amount: rest } as PublicAward] : []),
      ];
      const title = clean(round?.title ?? '') || words.t('fund-paper.report.round.other');
      const criteria = clean(round?.criteria ?? '');
      return parts.map((part, index): Grant => {
        const own = `${prefixOf(input)}-${id}-${index + 1}`;
        const level = words.text(round?.levels.find((one) => one.id === part.level)?.label);
        return {
          id: own,
          title,
          description: level || criteria || title,
          amountAwarded: part.amount,
          ...shared(input, last),
          recipientIndividual: { id: `${own}-recipient`, name: labelOf(part, words) },
          toIndividualsDetails: { grantPurpose: [education] },
          grantProgramme: [{ code: id, title, ...(criteria && { description: criteria }) }],
        };
      });
    },
  );
}

/** "N.V.A., lớp 7" for one recipient, a number for several; never a name. */
function labelOf({ name, initials, grade, count }: PublicAward, { t }: FundWording): string {
  if (count === 1) {
    const short = initials ?? (name === undefined ? '' : initialsOf(name));
    if (short) return [short, clean(grade ?? '')].filter(Boolean).join(', ');
  }
  return count > 0 ? t('fund-paper.grants.people', { n: count }) : t('fund-paper.grants.some');
}

/** Transfers to other funds that stand: what was taken back was not granted. */
function toFunds(input: GrantsInput, lines: readonly LedgerLine[], words: FundWording): Grant[] {
  const transfers = new Set(
    input.fund.categories.filter((one) => one.transfer && one.kind === 'payment').map(({ id }) => id),
  );
  const takenBack = new Set(lines.map(({ entry }) => entry.reverses));
  return lines.flatMap(({ entry, party }): Grant[] => {
    const { no, kind, account, category, reverses, transfer, amount } = entry;
    if (kind !== 'payment' || account === 'kind' || !transfers.has(category ?? '')) return [];
    if (reverses !== undefined || takenBack.has(no)) return [];
    const title = words.category(input.fund.categories, category);
    const own = `${prefixOf(input)}-${no}`;
    const recipient = clean(party?.name ?? '') || transfer?.fund || words.t('fund-paper.grants.fund');
    return [
      {
        id: own,
        title,
        description: title,
        amountAwarded: amount,
        ...shared(input, entry),
        recipientOrganization: [
          { id: transfer ? `${prefixOf(input)}-${transfer.fund}` : `${own}-recipient`, name: recipient },
        ],
      },
    ];
  });
}
