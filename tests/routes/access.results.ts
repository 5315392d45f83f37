import type { Asker } from '#tests/setup/site-world.ts';
import { get, inCase, post, TEAM, type Access, type Some } from './access.kit.ts';

const ONE_BENEFIT = '/cases/:case/benefits/:benefit';
const UNSEEN: Some = { 404: ['staffSide'] };
const MEASURED = '/cases/{case}/benefits/{measuredBenefit}/results';
const CHECKING: readonly Asker[] = ['sponsor', 'finance'];
const corrected = { periodOn: '31 1 2026', value: '13', quality: 'A', note: 'One clinic was left out' };
const table = { pasted: 'Benefit,Period to,Result,Quality\nEarlier visits,2026-03-31,17,B' };
/** Results: recorded, checked, corrected, sampled, and many at once. */
export const results: Access[] = [
  post(`${ONE_BENEFIT}/results`, MEASURED, { periodFrom: '1 3 2026', periodOn: '31 3 2026', value: '12 ', quality: 'A', documents: '{shownDocument}' }, inCase(403, { 302: TEAM, ...UNSEEN })),
  get(`${ONE_BENEFIT}/results/:reading/check`, `${MEASURED}/{reading}/check`, inCase(200, UNSEEN)),
  post(`${ONE_BENEFIT}/results/:reading/check`, `${MEASURED}/{reading}/check`, { kind: 'confirmed' }, inCase(403, { 302: CHECKING, ...UNSEEN })),
  post(`${ONE_BENEFIT}/results/:reading/check`, `${MEASURED}/{queriedReading}/check`, { kind: 'answered', note: 'All of them' }, inCase(403, { 302: TEAM, ...UNSEEN })),
  get(`${ONE_BENEFIT}/results/:reading/correction`, `${MEASURED}/{reading}/correction`, inCase(403, { 200: TEAM, ...UNSEEN })),
  post(`${ONE_BENEFIT}/results/:reading/correction`, `${MEASURED}/{reading}/correction`, corrected, inCase(403, { 302: TEAM, ...UNSEEN })),
  get('/cases/:case/results', '/cases/{case}/results', inCase(200, UNSEEN)),
  get('/cases/:case/results/sample', '/cases/{case}/results/sample', inCase(403, { 200: [...CHECKING, 'support', 'auditor'], ...UNSEEN })),
  get('/cases/:case/results/template.csv', '/cases/{case}/results/template.csv', inCase(403, { 200: TEAM, ...UNSEEN })),
  get('/cases/:case/results/import', '/cases/{case}/results/import', inCase(403, { 200: TEAM, ...UNSEEN })),
  post('/cases/:case/results/import', '/cases/{case}/results/import', table, inCase(403, { 302: TEAM, ...UNSEEN })),
  get('/cases/:case/results/import/:draft', '/cases/{case}/results/import/{draft}', inCase(404, { 200: ['lead'] })),
  get('/cases/:case/results/import/:draft/commit', '/cases/{case}/results/import/{draft}/commit', inCase(404, { 200: ['lead'] })),
  post('/cases/:case/results/import/:draft/commit', '/cases/{case}/results/import/{draft}/commit', { seen: '1 0 0' }, inCase(404, { 302: ['lead'] })),
];
