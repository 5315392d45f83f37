import { env } from '../../env.server.ts';

// A __Host- cookie cannot be planted by a neighbouring site, but browsers accept it over https only.
const nameOf = (name: string) => (env().secure ? `__Host-${name}` : name);

/** The value of one of our cookies in a request; undefined when absent or empty. */
export function cookieIn(request: Request, name: string): string | undefined {
  const wanted = nameOf(name);
  for (const pair of request.headers.get('Cookie')?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/**
 * One Set-Cookie line. An empty value removes the cookie; without `seconds` it goes when the browser closes.
 * `value` must need no escaping: our secrets and closed words do not.
 */
export function setCookie(name: string, value: string, seconds?: number): string {
  const parts = [`${nameOf(name)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (env().secure) parts.push('Secure');
  if (value === '') parts.push('Max-Age=0');
  else if (seconds) parts.push(`Max-Age=${seconds}`);
  return parts.join('; ');
}
