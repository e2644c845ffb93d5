/** `anteroom render FILE -o OUT.mp4`: the film of an explainer, without a hub. Scenes come from the cache of the data folder. */
import { constants } from 'node:fs'
import { access, copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Explainer } from '../core/explainer.ts'
import { captionsOf } from '../core/film-captions.ts'
import { parseOptions } from '../core/options.ts'
import { refusal } from '../core/remarks.ts'
import { type FilmSize, filmSizes, framesOf, framesPerSecond } from '../core/scene.ts'
import type { Brand } from '../core/theme.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { codeOf, reasonOf } from './fault.ts'
import { FilmFault } from './film-fault.ts'
import { durationOf, hasSound, propsOf } from './film-job.ts'
import { joinedIn } from './film-join.ts'
import { FilmMaker } from './film-maker.ts'
import { placesOf } from './places.ts'
import { RenderProgress } from './render-progress.ts'
import { readSource } from './render-source.ts'

interface Answer {
  readonly code: ExitCode
  readonly lines: readonly string[]
}

interface Wanted {
  readonly file: string
  readonly output: string
  readonly size: FilmSize
  readonly locale: string | undefined
  readonly places: Readonly<Partial<Record<'content' | 'data', string | undefined>>>
  readonly environment: NodeJS.ProcessEnv
  readonly isTold: boolean
}

const usage = 'npm run anteroom -- render FILE.md -o OUT.mp4 [--size hd|uhd|portrait] [--locale es]'

/** @throws for options that do not exist */
export async function renderCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      size: { type: 'string', default: 'hd' },
      locale: { type: 'string' },
      json: { type: 'boolean', default: false },
      content: { type: 'string' },
      data: { type: 'string' },
    },
  })
  const [file, ...others] = positionals
  const { output, json, locale, content, data } = values
  const size = filmSizes.find((one) => one === values.size)
  const isUsed = file !== undefined && others.length === 0 && output !== undefined && /\.mp4$/i.test(output)
  const answer = !isUsed
    ? { code: exitCodes.usage, lines: [`render wants one explainer and a film: ${usage}`] }
    : size === undefined
      ? { code: exitCodes.usage, lines: [`There is no size "${values.size}". There are: ${filmSizes.join(', ')}.`] }
      : await render({ file, output, size, locale, places: { content, data }, environment, isTold: !json })
  const isOk = answer.code === exitCodes.ok
  if (json && answer.code !== exitCodes.usage)
    tell(JSON.stringify({ file, output, ok: isOk, lines: answer.lines }, null, 2))
  else if (isOk) for (const line of answer.lines) tell(line)
  else process.stderr.write(answer.lines.map((line) => `${line}\n`).join(''))
  return answer.code
}

async function render(wanted: Wanted): Promise<Answer> {
  const { file, output, locale, environment } = wanted
  const names = Object.entries(wanted.places).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  )
  const parsed = parseOptions(names, environment)
  if (!parsed.ok) return { code: exitCodes.usage, lines: [parsed.message] }
  const build = import.meta.dirname
  const places = placesOf(parsed.options, path.resolve(build, '..'), environment)
  const scratch = await mkdtemp(path.join(tmpdir(), 'anteroom-render-'))
  try {
    const source = await readSource({ file, locale, content: places.content, scratch })
    if (!source.ok) return refused(source.lines)
    const folder = path.dirname(path.resolve(output))
    const cannotWrite = await access(folder, constants.W_OK).then(() => undefined, reasonOf)
    if (cannotWrite !== undefined)
      return missing([`${folder} cannot be written (${cannotWrite}). Choose another place for the film.`])
    const cache = await cacheIn(path.join(places.data, 'films', 'scenes'), scratch)
    const maker = new FilmMaker({ cache, scratch, build, environment })
    return await endingWith(maker, scratch, () => film(source.explainer, source.brand, maker, scratch, wanted))
  } catch (cause) {
    return answerTo(cause)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Whatever ends this process ends the worker, its browser and its encoder, too. */
async function endingWith(maker: FilmMaker, scratch: string, act: () => Promise<Answer>): Promise<Answer> {
  const stop = (signal: NodeJS.Signals | 'disconnect') => {
    void maker
      .rest()
      .finally(() =>
        rm(scratch, { recursive: true, force: true }).finally(() => process.exit(signal === 'SIGINT' ? 130 : 143)),
      )
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const
  for (const signal of signals) process.once(signal, stop)
  try {
    return await act()
  } finally {
    for (const signal of signals) process.off(signal, stop)
    await maker.rest()
  }
}

async function film(
  explainer: Explainer,
  brand: Brand,
  maker: FilmMaker,
  scratch: string,
  { output, size, isTold }: Wanted,
): Promise<Answer> {
  const scenes = propsOf(explainer, brand, size)
  if (isTold) tell(`${explainer.title}: ${scenes.length} scenes, ${(durationOf(scenes) / 1_000).toFixed(1)} s`)
  const progress = new RenderProgress(process.stderr, isTold)
  const clips = await maker.shootAll(scenes, (share) => progress.show(share * 0.97)).finally(() => progress.clear())
  const joined = path.join(scratch, 'film.mp4')
  await maker.join(clips, joined, hasSound(explainer))
  const made = await joinedIn(joined)
  if (made?.frames !== scenes.reduce((sum, { durationMs: ms }) => sum + framesOf(ms), 0)) {
    await maker.dropClips(clips)
    return missing([refusal('film-failed').message, 'Its scenes did not come out whole. Run the command again.'])
  }
  const captions = path.join(scratch, 'film.vtt')
  await writeFile(captions, captionsOf(explainer.scenes, { locale: explainer.locale, brand }))
  await putBeside(captions, output.replace(/\.mp4$/i, '.vtt'))
  await putBeside(joined, output)
  const { size: bytes } = await stat(output)
  const seconds = (made.frames / framesPerSecond).toFixed(1)
  return {
    code: exitCodes.ok,
    lines: [`${output}: ${seconds} s, ${made.width} × ${made.height}, ${(bytes / 1e6).toFixed(1)} MB`],
  }
}

/** Beside its place first: a film half written must never lie in a watched folder. */
async function putBeside(file: string, output: string): Promise<void> {
  const beside = `${path.resolve(output)}.part`
  await copyFile(file, beside)
  await rename(beside, output)
}

/** The cache of the data folder, which a running hub shares; without one the scenes are forgotten afterwards. */
async function cacheIn(folder: string, scratch: string): Promise<string> {
  const isWritable = await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    )
  return isWritable ? folder : path.join(scratch, 'scenes')
}

function answerTo(cause: unknown): Answer {
  if (cause instanceof FilmFault) {
    const code = cause.code === 'cancelled' ? 'film-failed' : cause.code
    const { message, remedy } = refusal(code)
    return code === 'scene-too-long'
      ? refused([`${cause.message} from the last seat.`, remedy])
      : missing([`${message} (${cause.message})`, remedy])
  }
  if (codeOf(cause) === 'ENOSPC') return missing([refusal('no-space').message, 'Free some space and run it again.'])
  if (codeOf(cause) === 'ENOENT' || (cause instanceof Error && cause.message.includes('could not finish'))) {
    return missing(['ffmpeg is missing or was ended. Run: npm run anteroom -- doctor'])
  }
  return missing([`${refusal('film-failed').message} (${reasonOf(cause)})`])
}

const refused = (lines: readonly string[]): Answer => ({ code: exitCodes.refused, lines })
const missing = (lines: readonly string[]): Answer => ({ code: exitCodes.environment, lines })
const tell = (line: string) => void process.stdout.write(`${line}\n`)
