import { moment } from '../../lib/dates.ts';

/** A letter: the act first, why, the link, what happens if nothing is done. */
export interface Letter {
  subject: string;
  text: string;
}
interface Linked {
  name: string;
  link: string;
  until: string;
}

export const confirmLetter = ({ name, link, until }: Linked): Letter =>
  letter('Confirm your email address for Slipway', name, [
    'Confirm your email address and choose a password. You, or somebody who typed your address, asked for a Slipway account.',
    link,
    `The link works once, until ${moment(until)}. If you did not ask, do nothing: no account is opened.`,
  ]);

export const alreadyLetter = ({ name, origin }: { name: string; origin: string }): Letter =>
  letter('You have a Slipway account already', name, [
    'Sign in with the account you have. Somebody, probably you, asked for a new one with this address.',
    `${origin}/sign-in`,
    `If you have forgotten your password, choose a new one: ${origin}/reset`,
    'If it was not you, do nothing: nothing has changed.',
  ]);

export const resetLetter = ({ name, link, until }: Linked): Letter =>
  letter('Choose a new Slipway password', name, [
    'Choose a new password. You, or somebody who typed your address, asked for this.',
    link,
    `The link works once, until ${moment(until)}. If you did not ask, do nothing: your password stays as it is.`,
  ]);

export const changedLetter = ({ name, at, origin }: { name: string; at: string; origin: string }): Letter =>
  letter('Your Slipway password was changed', name, [
    `Your password was changed on ${moment(at)}, and you were signed out everywhere else.`,
    `If this was not you, choose a new password now: ${origin}/reset`,
    'If it was you, you do not need to do anything.',
  ]);

export const guessedLetter = ({ name, origin }: { name: string; origin: string }): Letter =>
  letter('Somebody is trying to sign in as you', name, [
    'Check that your Slipway password is one that you use nowhere else. Somebody has tried many wrong passwords with your address today.',
    `To choose a new one: ${origin}/reset`,
    'Nobody got in. Where you have signed in before you can still sign in; from other places, try again tomorrow.',
  ]);

export const secondFactorLetter = ({ name, at, origin, what }: { name: string; at: string; origin: string; what: 'on' | 'off' }): Letter =>
  letter(what === 'on' ? 'Slipway now asks you for a code' : 'Slipway no longer asks you for a code', name, [
    what === 'on' ? `Codes from an app were set up for your account on ${moment(at)}. You are asked for one when you sign in, and before you sign a decision.` : `The codes from an app were turned off for your account on ${moment(at)}. Your password alone signs you in.`,
    `If this was not you, choose a new password now: ${origin}/reset`,
    'If it was you, you do not need to do anything.',
  ]);

export const guessedCodeLetter = ({ name, origin }: { name: string; origin: string }): Letter =>
  letter('Somebody who knows your password is trying to sign in', name, [
    'Choose a new Slipway password now. Somebody gave your password and then several wrong codes today.',
    `${origin}/reset`,
    'Nobody got in. If it was you, check that the clock of your phone is right, or use a recovery code.',
  ]);

export const invitationLetter = (to: Linked & { inviter: string; title: string; role: string }): Letter =>
  letter(`Join ${to.title} as ${to.role}`, to.name, [
    `${to.inviter} invites you to join ${to.title} as ${to.role}. Slipway takes NHS staff teams from first idea to a running social enterprise.`,
    to.link,
    `The link works once, until ${moment(to.until)}. If you do nothing, you are not joined and hear no more of it.`,
  ]);

const letter = (subject: string, name: string, paragraphs: string[]): Letter => ({
  subject,
  text: [`Dear ${name},`, ...paragraphs, 'Slipway'].join('\n\n') + '\n',
});
