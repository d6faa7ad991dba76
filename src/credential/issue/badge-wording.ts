import { badgeContentEn } from '../../i18n/en/badge-content.js';
import { fill, type Params } from '../../i18n/translate.js';
import { badgeContentVi } from '../../i18n/vi/badge-content.js';
import type { AchievementFacts } from './achievement-facts.types.js';

type Key<K> = K extends `badge-content.${infer Name}` ? Name : never;
type Wording = (key: Key<keyof typeof badgeContentVi>, params?: Params) => string;

const vi: Wording = (key, params = {}) => fill(badgeContentVi[`badge-content.${key}`], params, 'vi');
const en: Wording = (key, params = {}) => fill(badgeContentEn[`badge-content.${key}`], params, 'en');

export interface BadgeWording {
  name: string;
  description: string;
  achievement: string;
  achievementDescription: string;
  criteria: string;
  narrative: string;
}

/** The sentences of a badge: Vietnamese, and in the longer ones English behind it, for readers elsewhere. */
export function wordBadge(facts: AchievementFacts, demo: boolean): BadgeWording {
  const { decision, outcomeLabel, criteria, criteriaTitle, criteriaStatus = 'sourced', place } = facts;
  const signer = [decision.signerTitle, decision.signer].filter(Boolean).join(' ');
  const [year = '', month = '', day = ''] = decision.date.split('-');
  const shared = {
    recipient: facts.subjectName,
    cycle: facts.cycle,
    number: decision.number,
    date: `${day}/${month}/${year}`,
    body: decision.issuer.name,
    signer,
    place: place.name,
    version: criteria.version,
  };
  const each = (word: Wording, outcome: string, set?: string): Params => ({
    ...shared,
    outcome,
    title: word(`title.${facts.model}`),
    set: set ? word('criteria.named', { set }) : criteria.id,
  });
  const inVi = each(vi, outcomeLabel.vi, criteriaTitle?.vi);
  const inEn = each(en, outcomeLabel.en ?? outcomeLabel.vi, criteriaTitle?.en ?? criteriaTitle?.vi);
  const both = (key: Parameters<Wording>[0]): string => `${vi(key, inVi)} / ${en(key, inEn)}`;
  const checked = (word: Wording, text: string): string =>
    criteriaStatus === 'sourced' ? text : `${text} ${word(`criteria.${criteriaStatus}`)}`;
  const marked = (word: Wording, text: string): string =>
    demo ? word('demo.description', { description: text }) : text;
  const described = (word: Wording, params: Params): string =>
    marked(word, checked(word, word('description', params)));
  const name = vi('name', inVi);
  return {
    name: demo ? vi('demo.name', { name }) : name,
    description: `${described(vi, inVi)} / ${described(en, inEn)}`,
    achievement: vi('achievement', inVi),
    achievementDescription: both('achievement.description'),
    criteria: `${checked(vi, vi('criteria', inVi))} / ${checked(en, en('criteria', inEn))}`,
    narrative: vi('narrative', inVi),
  };
}
