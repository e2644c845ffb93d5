/** Judges a received copy by what it contains, and makes what the TV plays of it. */
import type { RefusalCode } from '../../core/remarks.ts'
import { animationOf, endsAsGif } from './animation.ts'
import { judgeDocument } from './document.ts'
import { judgeDrawing } from './drawing.ts'
import { judgeAnimation, judgeFilm } from './film.ts'
import type { Judgement, Judging, MadeFile } from './messages.ts'
import { lookAt, makePicture, PictureRefused, strictly } from './picture.ts'
import { ProgramMissing, ProgramStuck } from './program.ts'
import { startProgress } from './progress.ts'
import { type Content, namesType, sniff } from './sniff.ts'
import { unpackHeic, unpackRare } from './unpack.ts'

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
    if (!judgement.ok || !('endings' in content)) return judgement
    const { endings } = content
    const misnamed = namesType(task.name, endings) ? [] : (['name-mismatch'] as const)
    return { ...judgement, endings, notices: [...misnamed, ...judgement.notices] }
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
      const metadata = await lookAt(task.copy, strictly)
      const isMoving = content.format === 'webp' && (metadata.pages ?? 1) > 1
      if (isMoving) return judgeAnimation(task, animationOf(task.copy, metadata), progress, signal)
      return still(await makePicture(task.copy, strictly, task, 'picture'))
    }
    case 'gif': {
      if (!(await endsAsGif(task.copy))) return refuse('damaged')
      const { pages = 1 } = await lookAt(task.copy, strictly)
      if (pages > 1) return judgeFilm(task, 'gif', progress, signal)
      return still(await makePicture(task.copy, strictly, task, 'picture'))
    }
    case 'heic':
      return still(await unpackHeic(task, signal))
    case 'rare-picture':
      return still(await unpackRare(task, content.demuxer, signal))
    case 'svg':
      return still(await judgeDrawing(task))
    case 'pdf':
      return judgeDocument(task, progress, signal)
    case 'sound':
      return refuse('only-sound')
    case 'unknown-media':
      return refuse('cannot-convert')
    case 'office':
    case 'archive':
      return refuse(content.kind)
    case 'none':
      return refuse('not-media')
  }
}

const still = (picture: MadeFile): Judgement => ({ ok: true, kind: 'image', made: [picture], notices: [] })
