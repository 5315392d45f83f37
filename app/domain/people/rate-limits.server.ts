import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { remember } from '../../lib/remember.ts';

/**
 * Counted in memory: one process serves one file, and a restart forgives. A whole trust may sit behind one
 * address, so the address ceiling counts failures only and is high.
 */
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const REMEMBERED = 21 * DAY; // timers hold no more than 24 days
const limits = remember('rate limits', () => ({
  pair: new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: 15 * MINUTE }),
  account: new RateLimiterMemory({ keyPrefix: 'account', points: 80, duration: DAY }),
  address: new RateLimiterMemory({ keyPrefix: 'address', points: 1000, duration: 10 * MINUTE }),
  trusted: new RateLimiterMemory({ keyPrefix: 'trusted', points: 1, duration: REMEMBERED }),
  code: new RateLimiterMemory({ keyPrefix: 'code', points: 5, duration: 15 * MINUTE }),
  letter: new RateLimiterMemory({ keyPrefix: 'letter', points: 4, duration: 60 * MINUTE }),
  letters: new RateLimiterMemory({ keyPrefix: 'letters', points: 600, duration: 60 * MINUTE }),
  invitations: new RateLimiterMemory({ keyPrefix: 'invitations', points: 100, duration: DAY }),
}));

export type Allowed = { ok: true } | { ok: false; seconds: number; account: boolean };

/**
 * Counts one try at a password before it is checked, so that many at once cannot slip through. `account` says
 * the account itself is being guessed at from many places. Call `passwordRight` when the try succeeds.
 */
export async function tryPassword(email: string, address: string): Promise<Allowed> {
  const [pair, place] = [`${email}|${networkOf(address)}`, networkOf(address)];
  const here = await take(limits.pair, pair);
  if (!here.ok) return here;
  const place_ = await take(limits.address, place);
  if (!place_.ok) return place_;
  // An address this person has signed in from before stays open to them while others guess.
  if (await limits.trusted.get(pair)) return { ok: true };
  const everywhere = await take(limits.account, email);
  return everywhere.ok ? everywhere : { ...everywhere, account: true };
}

/** Takes back the count of a try that was right, and remembers the place. */
export async function passwordRight(email: string, address: string): Promise<void> {
  const [pair, place] = [`${email}|${networkOf(address)}`, networkOf(address)];
  await limits.pair.delete(pair);
  await limits.address.reward(place);
  if (!(await limits.trusted.get(pair))) await limits.account.reward(email);
  await limits.trusted.set(pair, 1, REMEMBERED);
}

/** Counts one try at a code before it is checked. Call `codeRight` when it succeeds. */
export const tryCode = (personId: string): Promise<Allowed> => take(limits.code, personId);
export const codeRight = (personId: string): Promise<unknown> => limits.code.delete(personId);

/** Whether `address` may ask for one more letter: told to them when not. */
export const mayAskForLetter = (address: string): Promise<Allowed> => take(limits.letters, networkOf(address));

/** Whether one more letter may go to `email`: never told, since it would tell who has an account. */
export const mayWriteTo = async (email: string): Promise<boolean> => (await take(limits.letter, email)).ok;

/** Whether this person may invite one more. */
export const mayInviteMore = (personId: string): Promise<Allowed> => take(limits.invitations, personId);

async function take(limit: RateLimiterMemory, key: string): Promise<Allowed> {
  try {
    await limit.consume(key);
    return { ok: true };
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    return { ok: false, seconds: Math.ceil(full.msBeforeNext / 1000), account: false };
  }
}

/** An IPv6 customer holds a whole /64, so that is what counts as one address. */
const networkOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [head = '', tail = ''] = address.split('::');
  const [first, last] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const gap = address.includes('::') ? Array<string>(8 - first.length - last.length).fill('0') : [];
  return [...first, ...gap, ...last].slice(0, 4).map((part) => part.toLowerCase().replace(/^0+(?=.)/, '')).join(':');
};
