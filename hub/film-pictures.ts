/** Pictures of explainers: found beside the text, judged and made small like any dropped one, and carried into the film itself. */
import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Explainer } from '../core/explainer.ts'
import { missingPicture, refusals } from '../core/remarks.ts'
import type { Picture, Scene } from '../core/scene.ts'
import type { YamlProblem } from '../core/yaml-document.ts'
import type { Judgement, Judging } from './intake-worker/messages.ts'

/** Enough for the whole height of a 4K screen's half, and small enough to travel with every scene. */
const longestSide = 1_600
/** What is made again when it is missed: pictures that no film shows any more must not be remembered for months. */
const mostKnown = 64
const typeOf = { jpg: 'image/jpeg', webp: 'image/webp' } as const

/** Whoever copies and judges files: the intake workers, or this process when there is no hub. */
export interface PictureJudge {
  readonly receive: (what: {
    readonly folder: string
    readonly relative: string
    readonly copy: string
  }) => Promise<unknown>
  readonly judge: (task: Judging) => Promise<Judgement>
}

export type Illustrated =
  | { readonly ok: true; readonly explainer: Explainer }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

interface Shrunk {
  readonly src: string
  readonly width: number
  readonly height: number
}

/** A picture that may be shown. */
interface Found {
  readonly shrunk: Shrunk
  /** SHA-256 of the bytes it was made of. */
  readonly digest: string
}

export class FilmPictures {
  readonly #folder: string
  readonly #scratch: string
  readonly #judge: PictureJudge
  /** By path, as it looked; what was asked for longest ago comes first, and goes first. */
  readonly #known = new Map<string, { readonly look: string; readonly found: Found }>()

  /** @param folder the content folder: nothing outside of it is read */
  constructor(folder: string, scratch: string, judge: PictureJudge) {
    this.#folder = folder
    this.#scratch = scratch
    this.#judge = judge
  }

  /** Whether files lie where an explainer has its pictures: seen at once, while judging them takes its time. */
  async areThere(relative: string, explainer: Explainer): Promise<boolean> {
    for (const { file } of explainer.pictures) {
      const place = placeOf(relative, file)
      if (place === undefined || (await this.#fileAt(place)) === undefined) return false
    }
    return true
  }

  /** What is wrong with the pictures of a text that is no film yet for other reasons. */
  async missing(relative: string, pictures: Explainer['pictures']): Promise<readonly YamlProblem[]> {
    const problems: YamlProblem[] = []
    for (const { file, line, column } of pictures) {
      const place = placeOf(relative, file)
      const isThere = place !== undefined && (await this.#fileAt(place)) !== undefined
      if (!isThere) problems.push({ line, column, message: place === undefined ? outside(file) : missingPicture(file) })
    }
    return problems
  }

  /**
   * Fills the pictures of an explainer in, and whose bytes they are.
   *
   * @param relative of the explainer, below the content folder
   */
  async illustrate(relative: string, explainer: Explainer): Promise<Illustrated> {
    const known = new Map<string, Found>()
    const problems: YamlProblem[] = []
    for (const { file, line, column } of explainer.pictures) {
      const found = known.get(file) ?? (await this.#find(placeOf(relative, file), file))
      if (typeof found === 'string') problems.push({ line, column, message: found })
      else known.set(file, found)
    }
    if (problems.length > 0) return { ok: false, problems }
    const scenes = explainer.scenes.map((planned) => ({ ...planned, scene: withPictures(planned.scene, known) }))
    const pictures = explainer.pictures.map((placed) => ({ ...placed, ...digestOf(known.get(placed.file)) }))
    return { ok: true, explainer: { ...explainer, scenes, pictures } }
  }

  async #fileAt(place: string) {
    const info = await lstat(path.join(this.#folder, place)).catch(() => undefined)
    return info?.isFile() ? info : undefined
  }

  /** @returns a sentence when it cannot be used */
  async #find(place: string | undefined, file: string): Promise<Found | string> {
    if (place === undefined) return outside(file)
    const info = await this.#fileAt(place)
    if (info === undefined) return missingPicture(file)
    const look = `${info.size} ${Math.trunc(info.mtimeMs)}`
    const known = this.#known.get(place)
    const found = known?.look === look ? known.found : await this.#make(place, file)
    this.#known.delete(place)
    if (typeof found !== 'string') this.#known.set(place, { look, found })
    const [oldest] = this.#known.keys()
    if (oldest !== undefined && this.#known.size > mostKnown) this.#known.delete(oldest)
    return found
  }

  async #make(place: string, file: string): Promise<Found | string> {
    const own = path.join(this.#scratch, `picture-${randomUUID()}`)
    const folder = path.join(own, 'made')
    await mkdir(folder, { recursive: true })
    try {
      const copy = path.join(own, 'copy')
      const isRead = await this.#judge.receive({ folder: this.#folder, relative: place, copy }).then(
        () => true,
        () => false,
      )
      if (!isRead) return `The picture "${file}" cannot be opened. ${refusals.unreadable.remedy}`
      const name = path.posix.basename(place)
      const task = { kind: 'judge', copy, name, folder, profile: 'hd', acceptsFlashes: false, longestSide } as const
      const judgement = await this.#judge.judge(task)
      if (!judgement.ok) return unusable(file, refusals[judgement.code])
      const [made] = judgement.made
      if (judgement.kind !== 'image' || made === undefined || !(made.extension in typeOf))
        return `"${file}" is no picture. Use a JPEG or a PNG.`
      const bytes = await readFile(made.file)
      const type = typeOf[made.extension as keyof typeof typeOf]
      const src = `data:${type};base64,${bytes.toString('base64')}`
      const digest = createHash('sha256')
        .update(await readFile(copy))
        .digest('hex')
      return { shrunk: { src, width: made.width, height: made.height }, digest }
    } finally {
      await rm(own, { recursive: true, force: true })
    }
  }
}

const outside = (file: string): string =>
  `The picture "${file}" is outside the content folder. Put it into a folder "_pictures" beside this file.`

/** Below the content folder, with /; undefined outside of it. */
export function placeOf(relative: string, file: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/|\\/i.test(file)) return undefined
  const place = path.posix.join(path.posix.dirname(relative), file)
  return place.startsWith('../') || place === '..' ? undefined : place
}

/** Which files an explainer shows, below the content folder. */
export const placesIn = (relative: string, { pictures }: Pick<Explainer, 'pictures'>): readonly string[] =>
  pictures.flatMap(({ file }) => placeOf(relative, file) ?? [])

const unusable = (file: string, { message, remedy }: { readonly message: string; readonly remedy: string }): string =>
  `The picture "${file}" cannot be used. ${message} ${remedy}`

const digestOf = (found: Found | undefined) => (found === undefined ? {} : { digest: found.digest })

function withPictures(scene: Scene, known: ReadonlyMap<string, Found>): Scene {
  const filled = (picture: Picture): Picture => ({ ...picture, ...known.get(picture.file)?.shrunk })
  switch (scene.kind) {
    case 'text':
      return scene.picture === undefined ? scene : { ...scene, picture: filled(scene.picture) }
    case 'picture':
      return { ...scene, picture: filled(scene.picture) }
    case 'people':
      return {
        ...scene,
        people: scene.people.map((person) =>
          person.picture === undefined ? person : { ...person, picture: filled(person.picture) },
        ),
      }
    default:
      return scene
  }
}
