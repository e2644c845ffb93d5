/** How the tests run: rules and hub side by side, then pages, two at a time; real Electron one file at a time, after them. */
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

export default defineConfig({
  // What the build writes into the programs, for tests that take a module of theirs apart.
  define: { __ANTEROOM_VERSION__: JSON.stringify(version), __ANTEROOM_BUILT__: String(Date.UTC(2026, 0, 1)) },
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/{core,hub,main,renderer,scripts}/**/*.test.{ts,tsx}'],
          maxWorkers: 2,
          // A hub waits two seconds before it believes a file, and the machine may have other work.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'electron',
          include: ['test/e2e/**/*.test.ts'],
          // Windows of two files would cover each other.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
