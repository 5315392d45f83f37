import { cookieIn, setCookie } from './cookies.server.ts';

type Colours = 'light' | 'dark';
const YEAR = 365 * 24 * 3600;

/** The colours last chosen in this browser, for pages before signing in. */
export const coloursIn = (request: Request): Colours => (cookieIn(request, 'colours') === 'dark' ? 'dark' : 'light');

export const rememberColours = (colours: Colours): string => setCookie('colours', colours, YEAR);
