import { ASKERS, type Asker } from '#tests/setup/site-world.ts';
import type { Fields } from '#tests/setup/site.ts';

/** A status, or `signIn`: sent to sign in first, with nothing done. */
export type Answer = 'signIn' | number;
export interface Access {
  method: 'GET' | 'POST';
  /** The route as app/routes.ts writes it. */
  route: string;
  /** The address asked, with words of the world in braces. */
  at: string;
  form: Fields;
  answers: ReadonlyMap<Asker, Answer>;
}

export const NOBODY: readonly Asker[] = ['anonymous'];
export const TEAM: readonly Asker[] = ['lead', 'member'];
export const OUTSIDE: readonly Asker[] = ['admin', 'outsider', 'elsewhere'];
export const CASE = ASKERS.filter((who) => !NOBODY.includes(who) && !OUTSIDE.includes(who));
export const SIGNED_IN = [...CASE, ...OUTSIDE];

export type Some = Partial<Record<number, readonly Asker[]>>;
export const map = (...groups: [Answer, readonly Asker[]][]) => new Map(groups.flatMap(([answer, who]) => who.map((one): [Asker, Answer] => [one, answer])));
const some = (named: Some) => Object.entries(named).map(([answer, who]): [Answer, readonly Asker[]] => [Number(answer), who!]);

/** The same for everybody. */
export const open = (answer: number) => map([answer, ASKERS]);
/** The same for everybody who has signed in. */
export const signedIn = (answer: number) => map([answer, SIGNED_IN], ['signIn', NOBODY]);
/** Those named, and one answer for the rest of the case; to all outside it the case does not exist. */
export const inCase = (rest: number, named: Some = {}) => map([rest, CASE], ...some(named), [404, OUTSIDE], ['signIn', NOBODY]);

export const get = (route: string, at: string, answers: Access['answers']): Access => ({ method: 'GET', route, at, form: {}, answers });
export const post = (route: string, at: string, form: Fields, answers: Access['answers']): Access => ({ method: 'POST', route, at, form, answers });
