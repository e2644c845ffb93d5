/** Judges a received copy by what it contains, and makes what the TV plays of it. */
import type { RefusalCode } from '../../core/remarks.ts'
import { judgeFilm } from './film.ts'
import type { Judgement, Judging } from './messages.ts'
import { lookAt, makePicture, PictureRefused, strictly } from './picture.ts'
import { ProgramMissing, ProgramStuck } from './program.ts'
import { startProgress } from './progress.ts'
import { type Content, namesType, sniff } from './sniff.ts'

export { receive } from './durable.ts'

/**
 * @param onProgress `share` 0 to 1; `remainingMs` when it can be foreseen
 * @throws when the judging itself fails, which says nothing about the file; the reason of `signal` when it was aborted
 */
export async function judge(
  task: Judging,
  onProgress: (share: number, remainingMs?: number) => void,
  signal: AbortSignal,
): Promise<Judgement> {
  try {
    const content = await sniff(task.copy)
    const judgement = await judgeContent(task, content, onProgress, signal)
    if (!judgement.ok || !('endings' in content) || namesType(task.name, content.endings)) return judgement
    return { ...judgement, notices: ['name-mismatch', ...judgement.notices] }
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof PictureRefused) return refuse(cause.code)
    if (cause instanceof ProgramMissing) return refuse('missing-program')
    if (cause instanceof ProgramStuck) return refuse('cannot-convert')
    throw cause
  }
}

const refuse = (code: RefusalCode): Judgement => ({ ok: false, code })

async function judgeContent(
  task: Judging,
  content: Content,
  onProgress: (share: number, remainingMs?: number) => void,
  signal: AbortSignal,
): Promise<Judgement> {
  const progress = startProgress(onProgress)
  switch (content.kind) {
    case 'film':
      return judgeFilm(task, content.demuxer, progress, signal)
    case 'picture': {
      await lookAt(task.copy, strictly)
      return { ok: true, kind: 'image', made: [await makePicture(task.copy, strictly, task, 'picture')], notices: [] }
    }
    case 'sound':
      return refuse('only-sound')
    case 'none':
      return refuse('not-media')
    case 'unknown-media':
    case 'rare-picture':
    case 'heic':
    case 'svg':
    case 'pdf':
    case 'gif':
      return refuse('cannot-convert')
  }
}
