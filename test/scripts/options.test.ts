/** The command line before anything is set up. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { optionNames } from '../../core/options.ts'
import { findUsageError, helpText, options } from '../../scripts/options.mjs'
import { projectRoot } from '../support/place.ts'

test('the help lists exactly the options that hub and kiosk read', () => {
  expect(options.map(({ name }: { name: string }) => name).toSorted()).toEqual(optionNames.toSorted())
  for (const name of optionNames) expect(helpText('start')).toMatch(new RegExp(`^ {2}--${name}\\b`, 'm'))
})

test('help needs no set-up and no display', () => {
  const start = path.join(projectRoot, 'scripts/start.mjs')
  expect(execFileSync(process.execPath, [start, '--help'], { env: {}, encoding: 'utf8' })).toBe(helpText('start'))
})

test.each([
  [['--contnet', 'x'], 'There is no option --contnet. Did you mean --content? All of them: npm start -- --help'],
  [['--Windowed'], 'There is no option --Windowed. Did you mean --windowed? All of them: npm start -- --help'],
  [['--hlep'], 'There is no option --hlep. Did you mean --help? All of them: npm start -- --help'],
  [['--xyzzy'], 'There is no option --xyzzy. All of them: npm start -- --help'],
  [['content'], 'content is not an option. All of them: npm start -- --help'],
  [['--port'], '--port wants a value: --port N'],
  [['--port', '--windowed'], '--port wants a value: --port N'],
  [['--windowed=yes'], '--windowed takes no value.'],
])('%j is refused in a sentence', (args, sentence) => {
  expect(findUsageError(args, 'start')).toBe(sentence)
})

test('a command line that hub and kiosk understand passes', () => {
  expect(findUsageError(['--content', 'my films', '--port=0', '--windowed', '--screens', '2'], 'start')).toBeUndefined()
})

test('the hub alone has no windows', () => {
  expect(findUsageError(['--windowed'], 'hub')).toMatch(/^There is no option --windowed\./)
})
