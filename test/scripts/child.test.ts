/** The program behind a command: its exit code, its signals, and that it does not outlive the command. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { makePlace, projectRoot } from '../support/place.ts'

const { folder, remove } = makePlace()
afterAll(remove)
const script = path.join(folder, 'command.mjs')
writeFileSync(
  script,
  `import { runChild } from ${JSON.stringify(path.join(projectRoot, 'scripts/child.mjs'))}
  process.exitCode = await runChild(process.execPath, ['-e', process.argv[2]])`,
)

function command(code: string) {
  const child = spawn(process.execPath, [script, code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => void said.push(...text.trim().split('\n')))
  return { child, said }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => void child.on('exit', (code) => resolve(code)))

/** A process that has ended stays in the list until its parent asks, and nobody hurries to. */
function isRunning(pid: number) {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('the exit code is handed back', async () => {
  expect(await ended(command('process.exit(7)').child)).toBe(7)
  expect(await ended(command('process.kill(process.pid, "SIGKILL")').child)).toBe(137)
})

test('a signal is handed on once, however often it comes', async () => {
  const { child, said } = command(`
    process.on('SIGTERM', () => { console.log('asked'); setTimeout(() => process.exit(3), 200) })
    console.log('here'); setInterval(() => {}, 1000)`)
  const code = ended(child)
  await eventually(() => said.includes('here'), Boolean)
  child.kill('SIGTERM')
  await eventually(() => said.includes('asked'), Boolean)
  child.kill('SIGTERM')
  expect(await code).toBe(3)
  expect(said).toEqual(['here', 'asked'])
})

test('a command that is killed outright takes its program along', async () => {
  const { child, said } = command(`console.log(process.pid); setInterval(() => {}, 1000)`)
  const pid = Number(await eventually(() => said[0] ?? '', Boolean))
  expect(isRunning(pid)).toBe(true)
  child.kill('SIGKILL')
  await eventually(
    () => isRunning(pid),
    (isThere) => !isThere,
  )
})

test('what the program started ends with it', async () => {
  const sleeper = `spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })`
  const { child, said } = command(`
    const { spawn } = require('node:child_process')
    console.log(${sleeper}.pid); setTimeout(() => process.exit(0), 100)`)
  await ended(child)
  await eventually(
    () => isRunning(Number(said[0])),
    (isThere) => !isThere,
  )
})
