import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { Reader, Writer } from '#db/database.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import {
  beginSecondFactor, confirmSecondFactor, dropSecondFactor, putRecoveryCodes, recoveryCodesLeft, secondFactorOf, useRecoveryCode, useStep,
} from '#db/tables/second-factors.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { instant, now, today } from '../clock.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { asPerson, type Actor } from './actor.server.ts';
import { guessedCodeLetter, secondFactorLetter } from './letters.server.ts';
import { sendLetter } from './links.server.ts';
import { provePassword } from './prove-password.server.ts';
import { codeRight, tryCode } from './rate-limits.server.ts';
import { markOf, seal, unseal } from './sealing.server.ts';

/** RFC 6238 as every app knows it: SHA-1, six digits, thirty seconds; one step earlier or later is taken too. */
const STEP = 30;
const WINDOW = 1;
const CODES = 10;
/** So long a key that was begun is shown; after that the password is asked for again, and there is a new one. */
const SHOWN_MINUTES = 15;
/** Without letters and digits that are taken for each other. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const WRONG_CODE = 'Code is incorrect. Enter the newest code of your app, or a recovery code you have not used';

const totpOf = (sealed: string, { id, email }: Whose): TOTP =>
  new TOTP({ issuer: 'Slipway', label: email, secret: Secret.fromBase32(unseal(sealed, id)), period: STEP });
type Whose = { id: string; email: string };

export type SecondFactorPage =
  | { state: 'off' }
  | { state: 'begun'; key: string; picture: { size: number; path: string } }
  | { state: 'on'; since: string; left: number };

/** What the page that sets it up shows. */
export async function secondFactorPage(reader: Reader, actor: Whose): Promise<SecondFactorPage> {
  const row = await secondFactorOf(reader, actor.id);
  if (row?.confirmed_at) return { state: 'on', since: row.confirmed_at, left: await recoveryCodesLeft(reader, actor.id) };
  if (!row || now().getTime() - Date.parse(row.begun_at) > SHOWN_MINUTES * 60_000) return { state: 'off' };
  const totp = totpOf(row.sealed, actor);
  return { state: 'begun', key: totp.secret.base32.match(/.{1,4}/g)!.join(' '), picture: drawn(totp.toString()) };
}

/** Whether a code is asked for beside the password. */
export const hasSecondFactor = async (reader: Reader, personId: string): Promise<boolean> => Boolean((await secondFactorOf(reader, personId))?.confirmed_at);

/** Begins to set it up, when the password is right. Nothing is asked at sign-in until a first code was right. */
export async function setUpSecondFactor(actor: Actor, address: string, password: string): Promise<Done<null> | Refused> {
  const proved = await provePassword(actor, address, password);
  if (!proved.ok) return refused(422, { message: proved.message, field: 'password' });
  return command(asPerson(actor), async (tx, at) => {
    if (await hasSecondFactor(tx, actor.id)) return refused(409, 'It is on already');
    await beginSecondFactor(tx, { person_id: actor.id, sealed: seal(new Secret({ size: 20 }).base32, actor.id), last_step: 0, begun_at: at });
    return done(null);
  });
}

/** Turns it on with a first right code; answers with the recovery codes, which are shown this once. */
export async function turnOnSecondFactor(actor: Actor, typed: string): Promise<Done<string[]> | Refused> {
  return withCode(actor, typed, async (tx, at) => {
    if (await hasSecondFactor(tx, actor.id)) return refused(409, 'It is on already');
    await confirmSecondFactor(tx, actor.id, at);
    const codes = await newCodes(tx, actor.id);
    await sendLetter(tx, at, actor, secondFactorLetter({ name: actor.name, at, origin: publicOrigin(), what: 'on' }), `factor-on:${actor.id}:${at}`);
    return done(codes, { kind: 'factor.on', subject: { person: actor.id }, sentence: 'set up codes from an app beside their password' });
  });
}

/** New recovery codes in place of the old ones. */
export const renewRecoveryCodes = (actor: Actor, typed: string): Promise<Done<string[]> | Refused> =>
  withCode(actor, typed, async (tx) => {
    if (!(await hasSecondFactor(tx, actor.id))) return refused(409, 'Turn it on first');
    return done(await newCodes(tx, actor.id), { kind: 'factor.codes', subject: { person: actor.id }, sentence: 'made new recovery codes' });
  });

export const turnOffSecondFactor = (actor: Actor, typed: string): Promise<Done<null> | Refused> =>
  withCode(actor, typed, async (tx, at) => {
    await removeFactor(tx, at, actor);
    return done(null, { kind: 'factor.off', subject: { person: actor.id }, sentence: 'turned off the codes beside their password' });
  });

/** Lets in with a password alone who lost both their phone and their recovery codes; `removed`: whether there was anything to take away. */
export async function removeSecondFactor(email: string): Promise<Done<{ removed: boolean }> | Refused> {
  const person = await personByEmail(reader(), email);
  if (!person) return absent();
  return command({ id: null, name: 'Slipway', role: 'clock' }, async (tx, at) => {
    const removed = await removeFactor(tx, at, person);
    return done({ removed }, ...(removed ? [{ kind: 'factor.remove', subject: { person: person.id }, sentence: `removed the codes beside the password of ${person.name}` }] : []));
  });
}

/** Takes it away and tells its owner; false when there was none. */
async function removeFactor(tx: Writer, at: string, person: Whose & { name: string }): Promise<boolean> {
  if (!(await dropSecondFactor(tx, person.id))) return false;
  await sendLetter(tx, at, person, secondFactorLetter({ name: person.name, at, origin: publicOrigin(), what: 'off' }), `factor-off:${person.id}:${at}`);
  return true;
}

/** Runs a command of somebody whose code is right. A code is used up with it; tries are counted whatever comes of it. */
export async function withCode<T>(person: Whose & { name: string }, typed: string, work: (tx: Writer, at: string) => Promise<Done<T> | Refused>): Promise<Done<T> | Refused> {
  const allowed = await tryCode(person.id);
  if (!allowed.ok) {
    await warn(person);
    return refused(422, { field: 'code', message: `There were too many wrong codes. Try again in ${Math.ceil(allowed.seconds / 60)} minutes` });
  }
  const outcome = await command(asPerson(person), async (tx, at) => ((await takeCode(tx, person, typed, at)) ? work(tx, at) : refused(422, { field: 'code', message: WRONG_CODE })));
  if (outcome.ok) await codeRight(person.id);
  return outcome;
}

/** Whether this is a code of their app that was not used before, or a recovery code that was not. */
async function takeCode(tx: Writer, person: Whose, typed: string, at: string): Promise<boolean> {
  const row = await secondFactorOf(tx, person.id);
  if (!row) return false;
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{6}$/.test(code)) return useRecoveryCode(tx, person.id, markOf(code, person.id), at);
  const delta = totpOf(row.sealed, person).validate({ token: code, window: WINDOW, timestamp: now().getTime() });
  return delta !== null && useStep(tx, person.id, Math.floor(now().getTime() / 1000 / STEP) + delta);
}

async function newCodes(tx: Writer, personId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join(''));
  await putRecoveryCodes(tx, personId, codes.map((code) => markOf(code, personId)));
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** The picture an app reads, as the path of its dark squares, each of one unit. */
function drawn(text: string): { size: number; path: string } {
  const { size, data } = encode(text);
  return { size, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
}

/** Tells the owner, once a day, that somebody who knows their password guesses at codes. */
const warn = (person: Whose & { name: string }): Promise<unknown> =>
  command(asPerson(person), async (tx) => {
    await sendLetter(tx, instant(), person, guessedCodeLetter({ name: person.name, origin: publicOrigin() }), `guessedCode:${person.id}:${today()}`);
    return done(null);
  });
