/** What the explainers say, each in its last good version; the variants of a film are found without looking through all of them. */
import type { Explainer } from '../core/explainer.ts'
import { familyOf } from '../core/film-family.ts'

export type Told = readonly [path: string, explainer: Explainer]

export class ExplainerBook {
  readonly #families = new Map<string, Map<string, Explainer>>()

  get(path: string): Explainer | undefined {
    return this.#families.get(familyOf(path))?.get(path)
  }

  set(path: string, explainer: Explainer): void {
    const family = this.#families.get(familyOf(path)) ?? new Map<string, Explainer>()
    this.#families.set(familyOf(path), family.set(path, explainer))
  }

  delete(path: string): void {
    const family = this.#families.get(familyOf(path))
    family?.delete(path)
    if (family?.size === 0) this.#families.delete(familyOf(path))
  }

  /** A film in all its languages, whichever of them is asked for. */
  familyOf(path: string): readonly Told[] {
    return [...(this.#families.get(familyOf(path)) ?? [])]
  }
}
