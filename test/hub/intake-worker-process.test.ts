/** The intake worker as a process: orders in, reports out, and nothing left behind. */
import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Order, Report, Task } from '../../hub/intake-worker/messages.ts'
import { eventually } from '../support/eventually.ts'
import { makeBench } from '../support/judging.ts'
import { oddMedia, photo } from '../support/odd-media.ts'
import { makePlace, projectRoot } from '../support/place.ts'
import { processesWith } from '../support/processes.ts'

const bench = makeBench()
const place = makePlace()
const workers: ChildProcess[] = []
let count = 0

afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
})
afterAll(() => {
  bench.remove()
  place.remove()
})

function startWorker(): ChildProcess {
  const worker = fork(path.join(projectRoot, 'hub/intake-worker/index.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  workers.push(worker)
  return worker
}

/** @returns everything it reported, the end last */
function perform(worker: ChildProcess, task: Task): Promise<readonly Report[]> {
  count += 1
  const order: Order = { id: count, task }
  return new Promise((resolve, reject) => {
    const reports: Report[] = []
    const gone = () => reject(new Error('the worker has ended'))
    const hear = (report: Report) => {
      reports.push(report)
      if (report.kind === 'progress') return
      worker.off('message', hear).off('exit', gone)
      resolve(reports)
    }
    worker.on('message', hear).once('exit', gone)
    worker.send(order)
  })
}

const file = (name: string) => path.join(place.folder, name)
const receiving = (relative: string, copy: string) =>
  ({ kind: 'receive', folder: place.folder, relative, copy }) as const

test('copies a file in, hashed, and judges it; one task after the other', async () => {
  const worker = startWorker()
  const bytes = readFileSync(oddMedia('safe.mp4'))
  writeFileSync(file('film.mp4'), bytes)
  const received = await perform(worker, receiving('film.mp4', file('copy')))
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(received.at(-1)).toEqual({ id: count, kind: 'done', result: { hash, bytes: bytes.length } })
  expect(readFileSync(file('copy')).equals(bytes)).toBe(true)
  mkdirSync(file('made'))
  const judged = await perform(worker, {
    ...{ kind: 'judge', copy: file('copy'), name: 'film.mp4', folder: file('made') },
    ...{ profile: 'hd', acceptsFlashes: false },
  })
  expect(judged.at(-1)).toMatchObject({ id: count, kind: 'done', result: { ok: true, kind: 'video' } })
  expect(new Set(judged.map(({ id }) => id))).toEqual(new Set([count]))
})

test('what the system refuses is told with its code', async () => {
  const worker = startWorker()
  const failure = async (relative: string, copy: string) => (await perform(worker, receiving(relative, copy))).at(-1)
  writeFileSync(file('here'), 'x')
  writeFileSync(file('taken'), 'x')
  symlinkSync('/etc/passwd', file('link'))
  symlinkSync('/etc', file('linked folder'))
  mkdirSync(file('folder'))
  expect(await failure('nowhere', file('a'))).toMatchObject({ kind: 'failed', code: 'ENOENT' })
  expect(await failure('link', file('b'))).toMatchObject({ kind: 'failed', code: 'ELOOP' })
  expect(await failure('linked folder/passwd', file('b'))).toMatchObject({ kind: 'failed', code: 'ELOOP' })
  expect(await failure('folder', file('c'))).toMatchObject({ kind: 'failed', code: 'EINVAL' })
  expect(await failure('here', file('taken'))).toMatchObject({ kind: 'failed', code: 'EEXIST' })
  expect(await failure('here', '/dev/full')).toMatchObject({ kind: 'failed' })
})

test('says meanwhile that it is at work', async () => {
  const reports = await perform(startWorker(), bench.taskFor(oddMedia('interlaced.mpg'), 'interlaced.mpg'))
  const shares = reports.flatMap((report) => (report.kind === 'progress' ? [report.share] : []))
  expect(shares.length).toBeGreaterThan(0)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
})

test('ends with the channel, and takes what it started with it', async () => {
  const worker = startWorker()
  const task = bench.taskFor(oddMedia('large.mp4'), 'large.mp4')
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  perform(worker, { ...task, profile: 'uhd' }).catch(() => {})
  const programs = () => processesWith(task.copy)
  await eventually(programs, (running) => running.length > 0)
  worker.disconnect()
  await ended
  await eventually(programs, (running) => running.length === 0)
})

test('a drawing that never ends is given up, and so is the process that drew it', async () => {
  const blur = '<feGaussianBlur stdDeviation="300"/>'.repeat(200)
  const endless = `<svg xmlns="http://www.w3.org/2000/svg" width="1900" height="1900"><filter id="f">${blur}</filter>
    ${'<rect width="1900" height="1900" filter="url(#f)"/>'.repeat(200)}</svg>`
  const worker = startWorker()
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  const reports = await perform(worker, bench.taskFor(Buffer.from(endless), 'endless.svg'))
  expect(reports.at(-1)).toMatchObject({ kind: 'done', result: { ok: false, code: 'cannot-convert' } })
  await ended
})

test('many small pictures go through one process', async () => {
  const worker = startWorker()
  const small = await photo('jpeg')
  for (let at = 0; at < 20; at += 1) {
    const reports = await perform(worker, bench.taskFor(small, `${at}.jpg`))
    expect(reports.at(-1)).toMatchObject({ kind: 'done', result: { ok: true, kind: 'image' } })
  }
  expect(workers.length).toBe(1)
})
