/** `anteroom check`: the verdicts of the intake, without a hub. */
import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { parseBrand } from '../core/brand.ts'
import { noExplainer, parseExplainer, placedProblemText, wantsToBeFilm } from '../core/explainer.ts'
import { playlistFile } from '../core/playlist.ts'
import { notice, type RefusalCode, refusal } from '../core/remarks.ts'
import { parseYamlAs, problemText } from '../core/yaml-document.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { codeOf } from './fault.ts'
import { checkMedia, type Verdict as MediaVerdict } from './media-check.ts'

interface Verdict {
  readonly file: string
  readonly ok: boolean
  /** What there is to say, a sentence each. */
  readonly lines: readonly string[]
  readonly code?: RefusalCode | 'missing' | 'invalid' | 'not-checked'
}

export async function checkFiles(files: readonly string[], asJson: boolean): Promise<ExitCode> {
  const verdicts: Verdict[] = []
  for (const file of files) {
    const verdict = await checkFile(file)
    verdicts.push(verdict)
    if (!asJson)
      process.stdout.write(
        `${verdict.ok ? 'ready  ' : 'refused'}  ${file}\n${verdict.lines.map((line) => `         ${line}\n`).join('')}`,
      )
  }
  if (asJson) process.stdout.write(`${JSON.stringify({ files: verdicts }, null, 2)}\n`)
  if (verdicts.some(({ code }) => code === 'not-checked')) return exitCodes.environment
  return verdicts.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.refused
}

async function checkFile(file: string): Promise<Verdict> {
  try {
    const info = await stat(file)
    if (info.isDirectory()) return refused(file, 'missing', ['This is a folder. Name the files in it.'])
    if (isMarkdown(file)) return checkExplainer(file, await readFile(file, 'utf8'))
    if (/\.ya?ml$/i.test(file)) return checkYaml(file, await readFile(file, 'utf8'))
    if (info.size === 0) return refusedFor(file, 'empty')
    const verdict = await checkUnnamed(file)
    if (!verdict.ok) return refusedFor(file, verdict.code)
    const { kind, width, height, durationMs } = verdict.media
    const what = kind === 'video' ? `Video, ${(durationMs / 1_000).toFixed(1)} s` : 'Picture'
    const remarks = verdict.notices.map((code) => notice(code).message)
    return { file, ok: true, lines: [`${what}, ${width} × ${height}.`, ...remarks] }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') {
      const isTool = cause instanceof Error && 'syscall' in cause && String(cause.syscall).startsWith('spawn')
      return isTool ? toolMissing(file) : refused(file, 'missing', ['There is no such file.'])
    }
    if (codeOf(cause) === 'EACCES') return refusedFor(file, 'unreadable')
    return cause instanceof Error && cause.message.includes('could not finish')
      ? toolMissing(file)
      : refusedFor(file, 'check-failed')
  }
}

/** As the intake does it: to ffmpeg a name may be an option, an address or a pattern (`-x.mp4`, `10:30.mp4`, `50%d.jpg`). */
async function checkUnnamed(file: string): Promise<MediaVerdict> {
  const folder = await mkdtemp(path.join(tmpdir(), 'anteroom-check-'))
  try {
    const unnamed = path.join(folder, 'file')
    await symlink(path.resolve(file), unnamed)
    return await checkMedia(unnamed, path.basename(file))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function checkYaml(file: string, text: string): Verdict {
  const result = path.basename(file).startsWith('brand.') ? parseBrand(text) : parseYamlAs(text, playlistFile)
  return result.ok ? { file, ok: true, lines: [] } : refused(file, 'invalid', result.problems.map(problemText))
}

function checkExplainer(file: string, text: string): Verdict {
  if (!wantsToBeFilm(text)) return refused(file, 'invalid', [noExplainer])
  const parsed = parseExplainer(text)
  if (!parsed.ok) return refused(file, 'broken-text', parsed.problems.map(placedProblemText))
  const { scenes } = parsed.explainer
  const seconds = scenes.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1_000
  return { file, ok: true, lines: [`Explainer, ${scenes.length} scenes; its film takes ${seconds.toFixed(1)} s.`] }
}

function refusedFor(file: string, code: RefusalCode): Verdict {
  const { message, remedy } = refusal(code)
  return refused(file, code, [message, remedy])
}

const toolMissing = (file: string) =>
  refused(file, 'not-checked', [
    'ffmpeg is missing or was ended, so that nothing can be checked. Run: npm run anteroom -- doctor',
  ])

const refused = (file: string, code: NonNullable<Verdict['code']>, lines: readonly string[]): Verdict => ({
  file,
  ok: false,
  code,
  lines,
})
