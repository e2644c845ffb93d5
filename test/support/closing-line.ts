/** Ends every run with one line that people and programs can read: `N passed, N failed, N skipped`. */
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export default class ClosingLine implements Reporter {
  #line = ''
  #isWatching = false

  onInit(vitest: Vitest): void {
    this.#isWatching = vitest.config.watch
    // Other reporters and Vitest itself still speak after the run has ended.
    process.once('exit', () => process.stdout.write(this.#line))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const { passed, failed, skipped } = tallyOf(modules)
    const before = failedBefore()
    const reminder = before.length === 0 ? '' : `Failed before the tests, see the top: ${before.join(', ')}\n`
    const line = `${reminder}${passed} passed, ${failed + unhandled.length + before.length} failed, ${skipped} skipped\n`
    if (this.#isWatching) process.stdout.write(line)
    else this.#line = line
  }
}

/** Checks of `npm test` that are no tests: nobody scrolls up through a quarter of an hour to find them. */
const failedBefore = (): readonly string[] =>
  (process.env.ANTEROOM_FAILED_BEFORE_TESTS ?? '').split(' ').filter((name) => name !== '')

/** What broke outside a test counts as a failure too: a file that cannot be read, a hook that throws. */
function tallyOf(modules: readonly TestModule[]): Tally {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const broken = groups.filter((group) => group.errors().length > 0).length
  const count = (state: (typeof states)[number]) => states.filter((each) => each === state).length
  return { passed: count('passed'), failed: count('failed') + broken, skipped: count('skipped') + count('pending') }
}
