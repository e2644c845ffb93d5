/** What the explainers say, each in its last good version; the variants of a film are found without looking through all of them. */
import type { Explainer } from '../core/explainer.ts'
import { variantOf } from '../core/explainer-locale.ts'

export type Told = readonly [path: string, explainer: Explainer]

export class ExplainerBook {
  readonly #families = new Map<string, Map<string, Explainer>>()

  get(path: string): Explainer | undefined {
    return this.#families.get(variantOf(path).base)?.get(path)
  }

  set(path: string, explainer: Explainer): void {
    const family = this.#families.get(variantOf(path).base) ?? new Map<string, Explainer>()
    this.#families.set(variantOf(path).base, family.set(path, explainer))
  }

  delete(path: string): void {
    const family = this.#families.get(variantOf(path).base)
    family?.delete(path)
    if (family?.size === 0) this.#families.delete(variantOf(path).base)
  }

  /** A film in all its languages, whichever of them is asked for. */
  familyOf(path: string): readonly Told[] {
    return [...(this.#families.get(variantOf(path).base) ?? [])]
  }
}
