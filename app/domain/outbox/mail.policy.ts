import type { Actor } from '../people/actor.server.ts';

/** The state of the mail is for the support unit and administrators, who can mend it. */
export const maySeeMail = ({ posts }: Pick<Actor, 'posts'>): boolean => posts.includes('support') || posts.includes('admin');

/** An address is said to work again by its owner, or by those who look after the mail. */
export const mayLift = (actor: Pick<Actor, 'posts' | 'email'>, address: string): boolean => actor.email === address || maySeeMail(actor);
