import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a link or a cookie: 256 bits, fit for an address. Only its hash is ever stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hex: what is stored of a secret, enough because the secret itself cannot be guessed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
