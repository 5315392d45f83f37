import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import postcssMantine from 'postcss-preset-mantine';

const testing = Boolean(process.env.VITEST);

/** In the browser what every page needs is two files and one style sheet, so that a first visit asks for few. Schemas and charts only go where a page needs one. */
const chunks = (id) => (/node_modules\/zod\//.test(id) ? 'schema' : /node_modules/.test(id) ? 'library' : /\/app\/(ui|lib)\/(?!spc-|paper|diff|decision-record|timeline|case-thread|benefit-)/.test(id) ? 'furniture' : undefined);

/** Tests that start the built product, or what reads its environment once: each file has a process of its own. */
const SERVED = ['tests/routes/**/*.test.{ts,tsx}', 'tests/env.test.ts'];

/** The one build configuration: Remix, PostCSS and Vitest. Every script passes it with --config. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: testing
    ? []
    : [
        remix({
          appDirectory: 'app',
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_lazyRouteDiscovery: true,
            v3_singleFetch: true,
            v3_routeConfig: true,
            unstable_optimizeDeps: true,
          },
        }),
      ],
  css: { postcss: { plugins: [postcssMantine()] } },
  build: { target: 'es2022', assetsInlineLimit: 0, ...(!isSsrBuild && !testing && { rollupOptions: { output: { manualChunks: chunks } } }) },
  cacheDir: '.cache/vite',
  optimizeDeps: { exclude: ['@node-rs/argon2'] }, // native: the development server must not look inside
  test: {
    projects: [
      { extends: true, test: { name: 'served', include: SERVED } },
      // Loading the whole domain again for every file would take a fifth of the time.
      { extends: true, test: { name: 'within', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['node_modules/**', ...SERVED], isolate: false } },
    ],
    setupFiles: ['tests/setup/console.ts'],
    globalSetup: ['tests/setup/databases.ts'],
    server: { deps: { external: [/\/build\/server\//] } }, // the bundle runs as it is served, not as Vite would have it
    env: { KEYS_DIR: '.cache/test-keys' },
    maxWorkers: 2, // the tests wait for databases and mail as much as they work: two even where there are two cores
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}));
