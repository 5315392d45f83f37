import { hash, verify } from '@node-rs/argon2';
import { env } from '../../env.server.ts';
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.server.ts';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const SHORTEST = 12;
const LONGEST = 1000;

/** Works in the demonstration alone: there it opens every example account, elsewhere it opens none. */
export const DEMO_PASSWORD = 'harbour-lane-therapies';

/** Argon2id. Takes about 20 ms of a core: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Whether it is the password. Takes as long when there is no account, so that nothing can be told from the time. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const right = await inTurn(async () => verify(stored ?? (await nobody()), password.slice(0, LONGEST)));
  return right && stored != null && (password !== DEMO_PASSWORD || env().demo);
}

let forNobody: Promise<string> | undefined;
const nobody = () => (forNobody ??= hash('the password of nobody at all', COST));

/**
 * Why this may not be a password, as the field's message; undefined when it may. `about` holds words close to the
 * person: their name, their address, their organisation.
 */
export function passwordFault(password: string, about: string[] = []): string | undefined {
  if (password === '') return 'Enter a password';
  if (password.length < SHORTEST) return 'Password must be 12 characters or more. Three random words make a good one';
  if (password.length > LONGEST) return 'Password must be 1,000 characters or fewer';
  return isEasy(password.toLowerCase(), about) ? 'Choose a password that is harder to guess. Three random words make a good one' : undefined;
}

function isEasy(password: string, about: string[]): boolean {
  if (password === DEMO_PASSWORD || COMMON_PASSWORDS.has(password) || isPattern(password)) return true;
  const bare = password.replace(/[^a-z]/g, '');
  const words = ['slipway', 'password', 'nhs', ...about.flatMap((text) => text.toLowerCase().split(/[^a-z]+/))].filter((w) => w.length > 2);
  // What is left once the words anybody would try are taken out has to be worth something by itself.
  const left = words.reduce((text, word) => text.replaceAll(word, ''), bare);
  return COMMON_WORDS.has(bare) || (left !== bare && left.length < 6) || (bare.length < 4 && isPattern(password.replace(/[a-z]/g, '')));
}

/** The same few characters again and again, or the keys in a row. */
function isPattern(text: string): boolean {
  if (new Set(text).size < 5) return true;
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];
  if (rows.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))) return true;
  return [1, 2, 3, 4, 5, 6].some((length) => text.length > length * 2 && text === text.slice(0, length).repeat(Math.ceil(text.length / length)).slice(0, text.length));
}

/** Two at a time: a burst of sign-ins may not take every core from the people already at work. */
let working = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
