/** `anteroom check`: the verdicts of the intake, without a hub. */
import { mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { parseBrand } from '../core/brand.ts'
import { leadsToExample } from '../core/example-address.ts'
import { noExplainer, parseExplainer, placedProblemText, wantsToBeFilm } from '../core/explainer.ts'
import { longestList, playlistFile } from '../core/playlist-file.ts'
import { notice, type RefusalCode, refusal } from '../core/remarks.ts'
import { parseYamlAs, problemText } from '../core/yaml-document.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { codeOf } from './fault.ts'
import { judge } from './intake-worker/judge.ts'
import type { Judgement } from './intake-worker/messages.ts'
import { brokenAt, illustratedAt } from './render-source.ts'

interface Verdict {
  readonly file: string
  readonly ok: boolean
  /** What there is to say, a sentence each. */
  readonly lines: readonly string[]
  readonly code?: RefusalCode | 'missing' | 'invalid' | 'not-checked'
}

/** @param content the watched folder: pictures of its films may lie anywhere in it; those of another film, in its own folder */
export async function checkFiles(files: readonly string[], asJson: boolean, content: string): Promise<ExitCode> {
  const verdicts: Verdict[] = []
  for (const file of files) {
    const verdict = await checkFile(file, content)
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

async function checkFile(file: string, content: string): Promise<Verdict> {
  try {
    const info = await stat(file)
    if (info.isDirectory()) return refused(file, 'missing', ['This is a folder. Name the files in it.'])
    if (isMarkdown(file)) return await checkExplainer(file, await readFile(file, 'utf8'), content)
    if (/\.ya?ml$/i.test(file)) return checkYaml(file, await readFile(file, 'utf8'))
    if (info.size === 0) return refusedFor(file, 'empty')
    const judgement = await judgeUnnamed(file)
    if (!judgement.ok)
      return judgement.code === 'missing-program' ? toolMissing(file) : refusedFor(file, judgement.code)
    const remarks = judgement.notices.filter((code) => code !== 'converted').map((code) => notice(code).message)
    return { file, ok: true, lines: [whatIsMade(judgement), ...remarks] }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return refused(file, 'missing', ['There is no such file.'])
    if (codeOf(cause) === 'EACCES') return refusedFor(file, 'unreadable')
    if (codeOf(cause) === 'ENOSPC') return refusedFor(file, 'no-space')
    return refusedFor(file, 'check-failed')
  }
}

/** As the intake does it: to ffmpeg a name may be an option, an address or a pattern (`-x.mp4`, `10:30.mp4`, `50%d.jpg`). */
async function judgeUnnamed(file: string): Promise<Judgement> {
  const folder = await mkdtemp(path.join(tmpdir(), 'anteroom-check-'))
  try {
    const copy = path.join(folder, 'file')
    const made = path.join(folder, 'made')
    await Promise.all([symlink(path.resolve(file), copy), mkdir(made)])
    const name = path.basename(file)
    return await judge(
      { kind: 'judge', copy, name, folder: made, profile: 'hd', acceptsFlashes: false },
      tellProgress(file),
      new AbortController().signal,
    )
  } finally {
    if (process.stderr.isTTY) process.stderr.write(wipeLine)
    await rm(folder, { recursive: true, force: true })
  }
}

const wipeLine = '\r\x1b[K'

/** On one line, for whoever watches. */
function tellProgress(file: string): (share: number, remainingMs?: number) => void {
  return (share, remainingMs) => {
    if (!process.stderr.isTTY) return
    const left = remainingMs === undefined ? '' : `, about ${Math.ceil(remainingMs / 1_000)} s left`
    process.stderr.write(`${wipeLine}${path.basename(file)}: ${Math.floor(share * 100)} %${left}`)
  }
}

function whatIsMade({ kind, made, notices }: Extract<Judgement, { readonly ok: true }>): string {
  const [first] = made
  const size = `${first?.width} × ${first?.height}`
  switch (kind) {
    case 'image':
      return `Picture, ${size}.`
    case 'document':
      return `Document, ${made.length} ${made.length === 1 ? 'page' : 'pages'}, ${size}.`
    case 'video': {
      const seconds = ((first?.durationMs ?? 0) / 1_000).toFixed(1)
      return `Video, ${seconds} s, ${size}${notices.includes('converted') ? '; would be converted' : ''}.`
    }
  }
}

function checkYaml(file: string, text: string): Verdict {
  const result = path.basename(file).startsWith('brand.')
    ? parseBrand(text)
    : parseYamlAs(text, playlistFile, longestList)
  return result.ok ? { file, ok: true, lines: [] } : refused(file, 'invalid', result.problems.map(problemText))
}

async function checkExplainer(file: string, text: string, content: string): Promise<Verdict> {
  if (!wantsToBeFilm(text)) return refused(file, 'invalid', [noExplainer])
  const parsed = parseExplainer(text, path.basename(file))
  if (!parsed.ok) return refused(file, 'broken-text', await brokenAt(file, parsed, { content, scratch: tmpdir() }))
  const scratch = await mkdtemp(path.join(tmpdir(), 'anteroom-check-'))
  const illustrated = await illustratedAt(file, parsed.explainer, { content, scratch }).finally(() =>
    rm(scratch, { recursive: true, force: true }),
  )
  if (!illustrated.ok) return refused(file, 'broken-text', illustrated.problems.map(placedProblemText))
  const { scenes } = parsed.explainer
  const seconds = scenes.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1_000
  const asked = leadsToExample(parsed.explainer) ? [notice('example-address')] : []
  const remarks = asked.map(({ message, remedy }) => `${message} ${remedy}`)
  return {
    file,
    ok: true,
    lines: [`Explainer, ${scenes.length} scenes; its film takes ${seconds.toFixed(1)} s.`, ...remarks],
  }
}

function refusedFor(file: string, code: RefusalCode): Verdict {
  const { message, remedy } = refusal(code)
  return refused(file, code, [message, remedy])
}

const toolMissing = (file: string) =>
  refused(file, 'not-checked', [
    'This computer has no program for this kind of file, so that it cannot be checked. Run: npm run anteroom -- doctor',
  ])

const refused = (file: string, code: NonNullable<Verdict['code']>, lines: readonly string[]): Verdict => ({
  file,
  ok: false,
  code,
  lines,
})
