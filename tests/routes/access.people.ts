/* Coming in, and a person's own account. */
import { choiceName, NOTICES } from '#app/domain/notifications/kinds.ts';
import { get, map, NOBODY, open, post, SIGNED_IN, signedIn, type Access } from './access.kit.ts';

const PASSWORD = 'quartz-tulip-ladder';

export const people: Access[] = [
  get('/', '/', open(200)),
  get('/sign-in', '/sign-in', map([200, NOBODY], [302, SIGNED_IN])),
  post('/sign-in', '/sign-in', { email: 'lead@example.org', password: 'not this one at all' }, map([422, NOBODY], [302, SIGNED_IN])),
  get('/sign-in/code', '/sign-in/code', signedIn(302)),
  post('/sign-in/code', '/sign-in/code', { code: '123456' }, map(['signIn', [...NOBODY, ...SIGNED_IN]])),
  post('/sign-in/code', '/sign-in/code', { code: '' }, signedIn(302)),
  get('/sign-out', '/sign-out', open(302)),
  post('/sign-out', '/sign-out', {}, open(302)),
  get('/sign-up', '/sign-up', open(200)),
  post('/sign-up', '/sign-up', { name: 'Jo Ray', jobTitle: 'Nurse', email: 'jo@example.org' }, open(302)),
  get('/confirm/:token', '/confirm/{confirmSecret}', open(200)),
  get('/confirm/:token', '/confirm/not-a-secret', open(410)),
  post('/confirm/:token', '/confirm/{confirmSecret}', { name: 'Ola Berg', jobTitle: 'Nurse', password: PASSWORD }, open(302)),
  post('/confirm/:token', '/confirm/not-a-secret', { name: 'Ola Berg', jobTitle: 'Nurse', password: PASSWORD }, open(422)),
  get('/reset', '/reset', open(200)),
  post('/reset', '/reset', { email: 'nobody@example.org' }, open(302)),
  get('/reset/:token', '/reset/{resetSecret}', open(200)),
  post('/reset/:token', '/reset/{resetSecret}', { password: PASSWORD }, open(302)),
  get('/invitations/:token', '/invitations/{invitationSecret}', open(200)),
  get('/invitations/:token', '/invitations/not-a-secret', open(410)),
  post('/invitations/:token', '/invitations/{invitationSecret}', { name: 'Nia Pugh', jobTitle: 'Nurse', password: PASSWORD }, map([302, NOBODY], [422, SIGNED_IN])),
  get('/kept', '/kept', signedIn(302)),
  post('/kept', '/kept', {}, signedIn(302)),
];

export const account: Access[] = [
  get('/account', '/account', signedIn(200)),
  get('/account/details', '/account/details', signedIn(200)),
  post('/account/details', '/account/details', { name: 'Another Name', jobTitle: 'Nurse' }, signedIn(302)),
  get('/account/password', '/account/password', signedIn(200)),
  post('/account/password', '/account/password', { currentPassword: 'not this one at all', password: PASSWORD }, signedIn(422)),
  get('/account/colours', '/account/colours', signedIn(200)),
  post('/account/colours', '/account/colours', { colours: 'dark' }, signedIn(302)),
  get('/account/sessions', '/account/sessions', signedIn(200)),
  post('/account/sessions', '/account/sessions', {}, signedIn(302)),
  get('/account/second-factor', '/account/second-factor', signedIn(200)),
  post('/account/second-factor', '/account/second-factor', { intent: 'begin', password: 'not this one at all' }, signedIn(422)),
  post('/account/second-factor', '/account/second-factor', { intent: 'off', code: '123456' }, signedIn(422)),
  get('/account/notifications', '/account/notifications', signedIn(200)),
  post('/account/notifications', '/account/notifications', Object.fromEntries(NOTICES.map((line) => [choiceName(line), 'daily'])), signedIn(302)),
  post('/account/notifications', '/account/notifications', {}, signedIn(422)),
  get('/account/address', '/account/address', open(404)),
  post('/account/address', '/account/address', {}, signedIn(302)),
  get('/notifications', '/notifications', signedIn(200)),
  post('/notifications', '/notifications', {}, signedIn(302)),
];
