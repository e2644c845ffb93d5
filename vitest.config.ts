/** How the tests run: rules, hub and pages side by side; real Electron after them. The longest files come first. */
import { readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import LongestFirst from './test/support/longest-first.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

// Hubs and their workers start hundreds of times: what Node has compiled once it need not compile again.
process.env.NODE_COMPILE_CACHE ??= path.join(tmpdir(), 'anteroom-compiled-1')

// A test with a hub waits half of its time; one with pages works most of it. The order mixes them.
const atOnce = Math.max(4, availableParallelism())

export default defineConfig({
  // What the build writes into the programs, for tests that take a module of theirs apart.
  define: { __ANTEROOM_VERSION__: JSON.stringify(version), __ANTEROOM_BUILT__: String(Date.UTC(2026, 0, 1)) },
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    sequence: { sequencer: LongestFirst },
    // What comes true comes true later on a machine with other work; where it may not, the test says so.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/{core,renderer}/**/*.test.{ts,tsx}'],
          // They change nothing that another would find: a process for each would take longer than they do.
          isolate: false,
          maxWorkers: atOnce,
          testTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/{hub,main,scripts}/**/*.test.{ts,tsx}'],
          maxWorkers: atOnce,
          // A hub waits two seconds before it believes a file, and the machine may have other work.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.ts'],
          maxWorkers: atOnce,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'electron',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['./test/support/own-display.ts'],
          // A kiosk draws without a graphics card and keeps half a core busy; more of them at once would drop frames.
          maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
