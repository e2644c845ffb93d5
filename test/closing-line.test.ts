/** The last line of every test run: people read it, programs rely on it. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makePlace, projectRoot } from './support/place.ts'

const place = makePlace()
const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs')
const reporter = path.join(projectRoot, 'test/support/closing-line.ts')

afterAll(() => place.remove())

/** Runs these files as a project of their own. @returns everything printed */
async function printedBy(files: Readonly<Record<string, string>>, failedBefore = ''): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(
      path.join(place.folder, name),
      `import { beforeAll, describe, expect, test } from '${projectRoot}/node_modules/vitest/dist/index.js'\n${text}`,
    )
  }
  const args = [
    vitest,
    'run',
    '--root',
    place.folder,
    '--config',
    'none.config.mjs',
    '--reporter=default',
    `--reporter=${reporter}`,
  ]
  writeFileSync(path.join(place.folder, 'none.config.mjs'), 'export default {}')
  return new Promise((resolve) => {
    const env = { ...process.env, ANTEROOM_FAILED_BEFORE_TESTS: failedBefore }
    const options = { cwd: place.folder, env }
    execFile(process.execPath, [...args, ...Object.keys(files)], options, (_, stdout) => resolve(stdout))
  })
}

test('what passed, failed and was skipped is counted', async () => {
  const printed = await printedBy({
    'mixed.test.ts':
      "test('a', () => {})\ntest('b', () => {})\ntest('c', () => expect(1).toBe(2))\ntest.skip('d', () => {})\ntest.todo('e')\n",
  })
  expect(printed).toMatch(/\n2 passed, 1 failed, 2 skipped\n$/)
})

test('a file that cannot be read and a hook that breaks are failures', async () => {
  const printed = await printedBy({
    'broken.test.ts': "import './not-there.ts'\ntest('a', () => {})\n",
    'hook.test.ts': "describe('x', () => {\n  beforeAll(() => { throw new Error('no') })\n  test('a', () => {})\n})\n",
  })
  expect(printed).toMatch(/\n0 passed, 2 failed, 1 skipped\n$/)
})

test('what breaks outside every test is a failure', async () => {
  const printed = await printedBy({
    'outside.test.ts':
      "test('a', async () => { setTimeout(() => { throw new Error('late') }, 1)\n  await new Promise((r) => setTimeout(r, 50)) })\n",
  })
  expect(printed).toMatch(/\n1 passed, 1 failed, 0 skipped\n$/)
})

test('a check that failed before the tests is a failure, and is named once more', async () => {
  const printed = await printedBy({ 'fine.test.ts': "test('a', () => {})\n" }, 'style build')
  expect(printed).toMatch(/\nFailed before the tests, see the top: style, build\n1 passed, 2 failed, 0 skipped\n$/)
})
