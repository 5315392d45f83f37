import { pino } from 'pino';
import { env } from './env.server.ts';
import { remember } from './lib/remember.ts';

/** One JSON line each, UTC, to standard output. Never a body, a query string, a cookie or an address of a person. */
export const log = () => remember('log', makeLog);

const makeLog = () =>
  pino({
    level: env().logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
    redact: { paths: ['*.password', '*.cookie', '*.token'], remove: true },
  });
