import { MOST_ELECTORS } from '#workflows/secret-ballots.ts';

export type ElectorateRead = { ok: true; addresses: string[] } | { ok: false; message: string };

/** Says whether one line is one address, and how it is kept. */
export type ReadAddress = (line: string) => string | undefined;

const SHOWN = 5;

/** The addresses of who may vote, one a line; or what is wrong, line by line as the person counts them. Empty lines are passed over. */
export function readElectorate(text: string, readAddress: ReadAddress): ElectorateRead {
  const lines = text.split('\n').map((line, i) => ({ n: i + 1, text: line.trim() })).filter((line) => line.text !== '');
  if (lines.length === 0) return { ok: false, message: 'Enter the email addresses of everybody who may vote, one on each line' };
  if (lines.length > MOST_ELECTORS) return { ok: false, message: `Enter ${MOST_ELECTORS.toLocaleString('en-GB')} addresses or fewer. There are ${lines.length.toLocaleString('en-GB')}` };
  const first = new Map<string, number>();
  const faults: string[] = [];
  for (const line of lines) {
    const address = readAddress(line.text);
    const before = address === undefined ? undefined : first.get(address);
    if (address === undefined) faults.push(`Line ${line.n} is not one email address: ${line.text.slice(0, 60)}`);
    else if (before !== undefined) faults.push(`Line ${line.n} repeats line ${before}: ${address}`);
    else first.set(address, line.n);
  }
  if (faults.length) return { ok: false, message: `${[...faults.slice(0, SHOWN), ...(faults.length > SHOWN ? [`There are ${faults.length - SHOWN} more lines to mend`] : [])].join('. ')}` };
  return first.size < 2 ? { ok: false, message: 'A ballot needs at least 2 people who may vote' } : { ok: true, addresses: [...first.keys()] };
}
