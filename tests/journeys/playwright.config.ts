import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../setup/chromium.ts';
import { PORTS } from './hands/served.ts';

/** The journeys: real people's ways through the built product, with script and without, on both engines. */
const server = (engine: keyof typeof PORTS) => ({
  command: `tsx tests/journeys/serve.ts ${engine} ${PORTS[engine]}`,
  url: `http://localhost:${PORTS[engine]}/healthz`,
  timeout: 240_000,
  reuseExistingServer: false,
  cwd: '../..',
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
});

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../.cache/journeys',
  workers: 2,
  fullyParallel: true,
  timeout: 1_200_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORTS.sqlite}`,
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  webServer: [server('sqlite'), server('postgres')],
});
