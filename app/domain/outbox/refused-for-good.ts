import { oneLine } from './one-line.ts';

/** What a transport throws when a server answered. */
interface Answered {
  responseCode?: number;
  command?: string;
  response?: string;
}

/**
 * What a server said of an address for good, in one line; undefined when it may take the mail another time, or when
 * the fault is not the address's. Only a word on the recipient counts, with a permanent code: a full mailbox (552,
 * x.2.2) empties, and what a server refuses as policy (x.7) or asks us to sign in for (530, 535) is said of us.
 */
export function refusedForGood(error: unknown): string | undefined {
  const { responseCode = 0, command, response = '' } = (error ?? {}) as Answered;
  const isOfAddress = command === 'RCPT TO' && [550, 551, 553, 554, 556].includes(responseCode) && !/\b5\.(7|2\.2)\b/.test(response);
  return isOfAddress ? oneLine(response).slice(0, 200) : undefined;
}
