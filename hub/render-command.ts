/** `anteroom render FILE -o OUT.mp4`: the film of an explainer, without a hub. Scenes come from the cache of the data folder. */
import { constants } from 'node:fs'
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BrandResult, parseBrand } from '../core/brand.ts'
import { type Explainer, noExplainer, parseExplainer, placedProblemText, wantsToBeFilm } from '../core/explainer.ts'
import { parseOptions } from '../core/options.ts'
import { refusal } from '../core/remarks.ts'
import { type Brand, defaultBrand } from '../core/theme.ts'
import { brandFile } from './content-folder.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { codeOf, reasonOf } from './fault.ts'
import { propsOf } from './film-job.ts'
import { FilmFault, FilmMaker } from './film-maker.ts'
import { judge } from './intake-worker/judge.ts'
import { placesOf } from './places.ts'

interface Answer {
  readonly code: ExitCode
  readonly lines: readonly string[]
}

const toldEvery = 0.1

/** @throws for options that do not exist */
export async function renderCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      json: { type: 'boolean', default: false },
      content: { type: 'string' },
      data: { type: 'string' },
    },
  })
  const [file, ...others] = positionals
  const { output, json, ...places } = values
  const isUsed = file !== undefined && others.length === 0 && output !== undefined && /\.mp4$/i.test(output)
  const answer = isUsed
    ? await render(file, output, places, environment, json ? () => {} : tell)
    : {
        code: exitCodes.usage,
        lines: ['render wants one explainer and a film: npm run anteroom -- render FILE.md -o OUT.mp4'],
      }
  const isOk = answer.code === exitCodes.ok
  if (json && answer.code !== exitCodes.usage)
    tell(JSON.stringify({ file, output, ok: isOk, lines: answer.lines }, null, 2))
  else if (isOk) for (const line of answer.lines) tell(line)
  else process.stderr.write(answer.lines.map((line) => `${line}\n`).join(''))
  return answer.code
}

async function render(
  file: string,
  output: string,
  given: { readonly content?: string | undefined; readonly data?: string | undefined },
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Answer> {
  const names = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
  const parsed = parseOptions(names, environment)
  if (!parsed.ok) return { code: exitCodes.usage, lines: [parsed.message] }
  const build = import.meta.dirname
  const places = placesOf(parsed.options, path.resolve(build, '..'), environment)
  const explainer = await readExplainer(file)
  if ('code' in explainer) return explainer
  const brand = await readBrand(path.join(places.content, brandFile))
  if (!brand.ok) return refused([`${brandFile} cannot be used:`, ...brand.problems.map(placedProblemText)])
  const folder = path.dirname(path.resolve(output))
  const cannotWrite = await access(folder, constants.W_OK).then(() => undefined, reasonOf)
  if (cannotWrite !== undefined)
    return missing([`${folder} cannot be written (${cannotWrite}). Choose another place for the film.`])

  const scratch = await mkdtemp(path.join(tmpdir(), 'anteroom-render-'))
  const cache = await cacheIn(path.join(places.data, 'films', 'scenes'), scratch)
  const maker = new FilmMaker({ cache, scratch, build, environment })
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
    return await film(explainer, brand.brand, maker, path.join(scratch, 'film.mp4'), output, say)
  } catch (cause) {
    return answerTo(cause)
  } finally {
    for (const signal of signals) process.off(signal, stop)
    await maker.rest()
    await rm(scratch, { recursive: true, force: true })
  }
}

async function film(
  explainer: Explainer,
  brand: Brand,
  maker: FilmMaker,
  joined: string,
  output: string,
  say: (line: string) => void,
): Promise<Answer> {
  const count = explainer.scenes.length
  const wholeMs = explainer.scenes.reduce((sum, { durationMs }) => sum + durationMs, 0)
  say(`${explainer.title}: ${count} scenes, ${(wholeMs / 1_000).toFixed(1)} s`)
  let told = 0
  const clips = await maker.shootAll(propsOf(explainer, brand), (share) => {
    if (share < told + toldEvery || share >= 1) return
    told = Math.floor(share / toldEvery) * toldEvery
    say(`${Math.round(told * 100)} %`)
  })
  await maker.join(clips, joined)
  const folder = path.join(path.dirname(joined), 'checked')
  await mkdir(folder)
  const task = { kind: 'judge', copy: joined, name: 'film.mp4', folder, profile: 'hd', acceptsFlashes: false } as const
  const judgement = await judge(task, () => {}, new AbortController().signal)
  const [made] = judgement.ok ? judgement.made : []
  if (made === undefined) {
    await maker.dropClips(clips)
    return missing([refusal('film-failed').message, 'Its scenes did not come out whole. Run the command again.'])
  }
  // Beside its place first: a film half written must never lie in a watched folder.
  const beside = `${path.resolve(output)}.part`
  await copyFile(made.file, beside)
  await rename(beside, output)
  const { durationMs, width, height, bytes } = made
  return {
    code: exitCodes.ok,
    lines: [`${output}: ${(durationMs / 1_000).toFixed(1)} s, ${width} × ${height}, ${(bytes / 1e6).toFixed(1)} MB`],
  }
}

async function readExplainer(file: string): Promise<Explainer | Answer> {
  try {
    const text = await readFile(file, 'utf8')
    if (!wantsToBeFilm(text)) return refused([`${file} is no explainer.`, noExplainer])
    const parsed = parseExplainer(text, path.basename(file))
    return parsed.ok
      ? parsed.explainer
      : refused([`${file} cannot become a film:`, ...parsed.problems.map(placedProblemText)])
  } catch (cause) {
    return refused([
      codeOf(cause) === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${reasonOf(cause)}).`,
    ])
  }
}

async function readBrand(file: string): Promise<BrandResult> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? { ok: true, brand: defaultBrand } : parseBrand(text)
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
  if (codeOf(cause) === 'ENOENT' || (cause instanceof Error && cause.message.includes('could not finish'))) {
    return missing(['ffmpeg is missing or was ended. Run: npm run anteroom -- doctor'])
  }
  return missing([`${refusal('film-failed').message} (${reasonOf(cause)})`])
}

const refused = (lines: readonly string[]): Answer => ({ code: exitCodes.refused, lines })
const missing = (lines: readonly string[]): Answer => ({ code: exitCodes.environment, lines })
const tell = (line: string) => void process.stdout.write(`${line}\n`)
