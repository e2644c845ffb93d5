/** A walk through a folder sees every file once, follows nothing, opens nothing, and ends. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mostDepth, scanFolder } from '../../hub/content-scan.ts'
import { isSkipped } from '../../hub/content-watch.ts'
import { drop } from '../support/samples.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'anteroom-scan-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const scan = (signal = new AbortController().signal) => scanFolder(folder, isSkipped, signal)
const names = async () => [...(await scan()).files.keys()].sort()

test('files are found in every folder, with size and time', async () => {
  drop(folder, 'a.jpg', 'four')
  drop(folder, 'b/c/d.mp4', '')
  utimesSync(path.join(folder, 'a.jpg'), 1_767_225_600, 1_767_225_600.25)
  const { files, isTooDeep, isTooMany } = await scan()
  expect([...files.keys()].sort()).toEqual(['a.jpg', 'b/c/d.mp4'])
  expect(files.get('a.jpg')).toEqual({ size: 4, modifiedMs: 1_767_225_600_250 })
  expect([isTooDeep, isTooMany]).toEqual([false, false])
})

test('notes, captions and the brand are seen; what is temporary, hidden or the system’s is not', async () => {
  const seen = ['a.mp4', 'a.mp4.vtt', 'a.mp4.yaml', 'brand.yaml']
  const unseen = [
    '.hidden.mp4',
    '@eaDir/a.mp4/x.jpg',
    'a.part',
    '_status.html',
    '.git/x.jpg',
    'read me.txt',
    '~$a.yaml',
  ]
  for (const name of [...seen, ...unseen]) drop(folder, name, 'x')
  expect(await names()).toEqual(seen)
})

test('pipes, sockets and links are no files, and nothing waits for them', async () => {
  drop(folder, 'in/a.jpg', 'x')
  const outside = mkdtempSync(path.join(tmpdir(), 'anteroom-outside-'))
  drop(outside, 'secret.jpg', 'x')
  execFileSync('mkfifo', [path.join(folder, 'pipe.mp4')])
  symlinkSync(path.join(outside, 'secret.jpg'), path.join(folder, 'link.jpg'))
  symlinkSync(outside, path.join(folder, 'linked'))
  symlinkSync(folder, path.join(folder, 'in/circle'))
  symlinkSync('/dev/zero', path.join(folder, 'endless.mp4'))
  const server = createServer().listen(path.join(folder, 'socket.mp4'))
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    expect(await names()).toEqual(['in/a.jpg'])
  } finally {
    server.close()
    rmSync(outside, { recursive: true })
  }
})

test('what vanishes meanwhile does no harm', async () => {
  for (let at = 0; at < 300; at += 1) drop(folder, `${at % 30}/${at}.jpg`, 'x')
  const walking = scan()
  for (const name of readdirSync(folder).slice(5)) rmSync(path.join(folder, name), { recursive: true })
  const { files } = await walking
  for (const name of readdirSync(folder))
    expect([...files.keys()].filter((file) => file.startsWith(`${name}/`))).toHaveLength(10)
})

test('folders that lie too deep in each other are left out, and that is known', async () => {
  const levels = (count: number) => Array.from({ length: count }, () => 'x').join('/')
  drop(folder, `${levels(mostDepth)}/deep.jpg`, 'x')
  expect(await names()).toHaveLength(1)
  drop(folder, `${levels(mostDepth + 1)}/deeper.jpg`, 'x')
  expect(await scan()).toMatchObject({ isTooDeep: true })
  expect(await names()).toEqual([`${levels(mostDepth)}/deep.jpg`])
})

test('a name whose bytes are no text is seen all the same', async () => {
  writeFileSync(Buffer.from(`${folder}/caf\xe9.jpg`, 'latin1'), 'x')
  expect(await names()).toEqual(['caf\ufffd.jpg'])
})

test('there is an end to how many are looked at, and that there are more is known', async () => {
  for (let at = 0; at < 30; at += 1) drop(folder, `${at % 3}/${at}.jpg`, 'x')
  const ends = [29, 30].map((most) => scanFolder(folder, isSkipped, new AbortController().signal, most))
  const seen = (await Promise.all(ends)).map(({ files, isTooMany }) => [files.size, isTooMany])
  expect(seen).toEqual([
    [29, true],
    [30, false],
  ])
})

test('a folder that is not there, or a walk that nobody waits for any more, is a fault', async () => {
  drop(folder, 'a.jpg', 'x')
  await expect(scan(AbortSignal.abort())).rejects.toThrow('aborted')
  rmSync(folder, { recursive: true })
  await expect(scan()).rejects.toThrow('ENOENT')
})
