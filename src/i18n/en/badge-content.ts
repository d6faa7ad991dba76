import type { Translation } from '../translate.js';
import type { badgeContentVi } from '../vi/badge-content.js';

export const badgeContentEn: Translation<typeof badgeContentVi> = {
  'badge-content.title.family': 'Learning family',
  'badge-content.title.clan': 'Learning clan',
  'badge-content.title.community': 'Learning community',
  'badge-content.title.unit': 'Learning unit',
  'badge-content.title.citizen': 'Learning citizen',
  'badge-content.name': '{title} {cycle}: {outcome}',
  'badge-content.description':
    '{recipient} was granted the title “{title}” for {cycle} ({outcome}) by decision {number} of {date}, {body}.',
  'badge-content.achievement': '{title}: {outcome}',
  'badge-content.achievement.description':
    'The title “{title}” of the lifelong-learning movement, result: {outcome}.',
  'badge-content.criteria': 'Meets the criteria set {set}, version {version}, with the result: {outcome}.',
  'badge-content.criteria.named': '“{set}”',
  'badge-content.criteria.sample':
    'The criteria set used is a sample, not checked against the official text.',
  'badge-content.criteria.partial': 'The criteria set used lacks part of the official text.',
  'badge-content.narrative':
    'Decision signed by: {signer}. Place of recognition, as it was named then: {place}.',
  'badge-content.demo.name': 'DEMONSTRATION – {name}',
  'badge-content.demo.description': 'Made by a demonstration issuer, no recognition. {description}',
};
