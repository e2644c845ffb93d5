/** Makes a still of every page of a document (PDF). */
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { NoticeCode, RefusalCode } from '../../core/remarks.ts'
import type { Judgement, Judging, MadeFile } from './messages.ts'
import { longSide, makePicture } from './picture.ts'
import { gibibyte, runProgram } from './program.ts'
import type { Progress } from './progress.ts'

const mostPages = 100
const patienceMs = 60_000
const memory = 2 * gibibyte
/** What a program leaves behind the end of a document is rarely more. */
const tailBytes = 4_096

const refuse = (code: RefusalCode): Judgement => ({ ok: false, code })

export async function judgeDocument(task: Judging, progress: Progress, signal: AbortSignal): Promise<Judgement> {
  const limits = { folder: task.folder, signal, patienceMs, memory }
  const copy = path.resolve(task.copy)
  let told = ''
  const readers = {
    1: (chunk: Buffer) => {
      told += chunk.toString('latin1')
    },
  }
  const { said, isOk } = await runProgram('pdfinfo', [copy], { ...limits, readers })
  if (/Incorrect password|encryption|security handler/i.test(said)) return refuse('locked')
  const pages = Number(/^Pages:\s+(\d+)/m.exec(told)?.[1] ?? 0)
  if (!isOk || pages === 0 || !(await hasEnd(copy))) return refuse('damaged')
  if (pages > mostPages) return refuse('too-many-pages')
  const made: MadeFile[] = []
  const notices = new Set<NoticeCode>()
  for (let page = 1; page <= pages; page += 1) {
    const side = String(longSide[task.profile])
    const chunks: Buffer[] = []
    const drawn = await runProgram(
      'pdftoppm',
      ['-f', String(page), '-l', String(page), '-cropbox', '-scale-to', side, copy],
      { ...limits, readers: { 1: (chunk) => void chunks.push(chunk) } },
    )
    const picture = drawn.isOk ? readPixmap(Buffer.concat(chunks)) : undefined
    if (picture === undefined) return refuse('damaged')
    // It draws what it understands of a damaged page, and mutters about the rest.
    if (/^Syntax Error/m.test(drawn.said)) notices.add('repaired')
    made.push(await makePicture(picture.data, { raw: picture.raw }, task, `page-${page}`))
    progress.at(page / pages)
  }
  return { ok: true, kind: 'document', made, notices: [...notices] }
}

/** The last line of every whole document. */
async function hasEnd(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, tailBytes))
    await handle.read(tail, 0, tail.length, size - tail.length)
    return tail.includes('%%EOF')
  } finally {
    await handle.close()
  }
}

/** Portable pixmap: `P6 width height 255`, then red, green and blue of every point. */
function readPixmap(bytes: Buffer) {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64))
  const [width, height] = [Number(header?.[1]), Number(header?.[2])]
  const data = bytes.subarray(header?.[0].length ?? 0)
  if (!(width > 0 && height > 0) || data.length !== width * height * 3) return undefined
  return { data, raw: { width, height, channels: 3 as const } }
}
