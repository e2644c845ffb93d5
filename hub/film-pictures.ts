/** Pictures of explainers: found beside the text, judged and made small like any dropped one, and carried into the film itself. */
import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Explainer } from '../core/explainer.ts'
import { refusals } from '../core/remarks.ts'
import type { Picture, Scene } from '../core/scene.ts'
import type { YamlProblem } from '../core/yaml-document.ts'
import type { Judgement, Judging } from './intake-worker/messages.ts'

/** Enough for the whole height of a 4K screen's half, and small enough to travel with every scene. */
const longestSide = 1_600
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

export class FilmPictures {
  readonly #folder: string
  readonly #scratch: string
  readonly #judge: PictureJudge
  /** By path, as it looked: those that films show. */
  readonly #known = new Map<string, { readonly look: string; readonly shrunk: Shrunk }>()

  /** @param folder the content folder: nothing outside of it is read */
  constructor(folder: string, scratch: string, judge: PictureJudge) {
    this.#folder = folder
    this.#scratch = scratch
    this.#judge = judge
  }

  /**
   * Fills the pictures of an explainer in.
   *
   * @param relative of the explainer, below the content folder
   */
  async illustrate(relative: string, explainer: Explainer): Promise<Illustrated> {
    const shrunk = new Map<string, Shrunk>()
    const problems: YamlProblem[] = []
    for (const { file, line, column } of explainer.pictures) {
      const found = shrunk.get(file) ?? (await this.#shrink(placeOf(relative, file), file))
      if (typeof found === 'string') problems.push({ line, column, message: found })
      else shrunk.set(file, found)
    }
    if (problems.length > 0) return { ok: false, problems }
    const scenes = explainer.scenes.map((planned) => ({ ...planned, scene: withPictures(planned.scene, shrunk) }))
    return { ok: true, explainer: { ...explainer, scenes } }
  }

  /** @returns a sentence when it cannot be used */
  async #shrink(place: string | undefined, file: string): Promise<Shrunk | string> {
    if (place === undefined)
      return `The picture "${file}" is outside the content folder. Put it into a folder "_pictures" beside this file.`
    const info = await lstat(path.join(this.#folder, place)).catch(() => undefined)
    if (!info?.isFile())
      return `There is no picture "${file}". Put it there, seen from the folder of this file, or take it out of the text.`
    const look = `${info.size} ${Math.trunc(info.mtimeMs)}`
    const known = this.#known.get(place)
    if (known?.look === look) return known.shrunk
    const shrunk = await this.#make(place, file)
    if (typeof shrunk !== 'string') this.#known.set(place, { look, shrunk })
    return shrunk
  }

  async #make(place: string, file: string): Promise<Shrunk | string> {
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
      return { src: `data:${type};base64,${bytes.toString('base64')}`, width: made.width, height: made.height }
    } finally {
      await rm(own, { recursive: true, force: true })
    }
  }
}

/** Below the content folder, with /; undefined outside of it. */
export function placeOf(relative: string, file: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/|\\/i.test(file)) return undefined
  const place = path.posix.join(path.posix.dirname(relative), file)
  return place.startsWith('../') || place === '..' ? undefined : place
}

/** Which files an explainer shows, below the content folder. */
export const placesIn = (relative: string, { pictures }: Explainer): readonly string[] =>
  pictures.flatMap(({ file }) => placeOf(relative, file) ?? [])

const unusable = (file: string, { message, remedy }: { readonly message: string; readonly remedy: string }): string =>
  `The picture "${file}" cannot be used. ${message} ${remedy}`

function withPictures(scene: Scene, shrunk: ReadonlyMap<string, Shrunk>): Scene {
  const filled = (picture: Picture): Picture => ({ ...picture, ...shrunk.get(picture.file) })
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
