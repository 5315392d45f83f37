import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import postcssMantine from 'postcss-preset-mantine';

const testing = Boolean(process.env.VITEST);

/** The one build configuration: Remix, PostCSS and Vitest. Every script passes it with --config. */
export default defineConfig({
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
  build: { target: 'es2022', assetsInlineLimit: 0 },
  cacheDir: '.cache/vite',
  optimizeDeps: { exclude: ['@node-rs/argon2'] }, // native: the development server must not look inside
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    setupFiles: ['tests/setup/console.ts'],
    globalSetup: ['tests/setup/databases.ts'],
    server: { deps: { external: [/\/build\/server\//] } }, // the bundle runs as it is served, not as Vite would have it
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
