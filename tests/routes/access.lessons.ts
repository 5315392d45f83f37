import { someLesson } from '#tests/setup/lessons-furniture.ts';
import { ASKERS } from '#tests/setup/site-world.ts';
import { get, inCase, map, NOBODY, open, post, signedIn, TEAM, type Access } from './access.kit.ts';

const ALL = '/cases/:case/lessons';
const AT = '/cases/{case}/lessons';
const theTeams = (answer: number) => inCase(403, { [answer]: TEAM });
const theLeads = (answer: number) => inCase(403, { [answer]: ['lead'] });

/** What teams tell each other: the library is open to all, and what is for people signed in is not there for anybody else. */
export const lessons: readonly Access[] = [
  get('/lessons', '/lessons', open(200)),
  get('/lessons', '/lessons?stage=contract&topic=pensions&words=early&page=9', open(200)),
  get('/lessons/:lesson', '/lessons/{openLesson}', open(200)),
  get('/lessons/:lesson', '/lessons/{closedLesson}', map([200, ASKERS], [404, NOBODY])),
  get('/lessons/:lesson', '/lessons/{absent}', open(404)),
  get(ALL, AT, inCase(200)),
  get(`${ALL}/new`, `${AT}/new`, theTeams(200)),
  post(`${ALL}/new`, `${AT}/new`, { key: 'a-key-of-this-form', ...someLesson }, theTeams(302)),
  get(`${ALL}/:lesson`, `${AT}/{openLesson}`, theTeams(200)),
  get(`${ALL}/:lesson`, `${AT}/{absent}`, signedIn(404)),
  post(`${ALL}/:lesson`, `${AT}/{openLesson}`, { revision: '1', ...someLesson, readers: 'signedIn' }, theTeams(302)),
  get(`${ALL}/:lesson/withdrawal`, `${AT}/{openLesson}/withdrawal`, theLeads(200)),
  get(`${ALL}/:lesson/withdrawal`, `${AT}/{closedLesson}/withdrawal`, theTeams(200)),
  post(`${ALL}/:lesson/withdrawal`, `${AT}/{openLesson}/withdrawal`, { reason: 'A figure was wrong' }, theLeads(302)),
];
