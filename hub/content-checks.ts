/** What has to be right about a film before it plays: its text is checked, it is for this kind of practice; and what reads like advertising. */
import { readsLikeAdvertising } from '../core/advertising.ts'
import { type Approval, needsCheck } from '../core/approval.ts'
import type { Asset } from '../core/asset.ts'
import type { Explainer } from '../core/explainer.ts'
import { type NoticeCode, notice, type Remark } from '../core/remarks.ts'
import { textsOf } from '../core/scene.ts'
import type { PracticeProfile } from '../core/settings.ts'
import type { Sidecar } from '../core/sidecar.ts'
import type { Approvals } from './approvals.ts'

export interface Verdict {
  /** It does not play. */
  readonly isHeld: boolean
  readonly notices: readonly Remark[]
  readonly approval?: Approval
}

interface Parts {
  readonly approvals: Pick<Approvals, 'of'>
  /** The last good text of an explainer. */
  readonly explainerAt: (path: string) => Explainer | undefined
  readonly profile: () => PracticeProfile
}

const inOrder: Verdict = { isHeld: false, notices: [] }

export class ContentChecks {
  readonly #parts: Parts
  readonly #known = new Map<string, Verdict>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @param note what stands beside the file @returns the same verdict for the same file, as long as nothing has changed */
  of(asset: Pick<Asset, 'path' | 'kind' | 'title'>, note?: Sidecar): Verdict {
    const explainer = asset.kind === 'explainer' ? this.#parts.explainerAt(asset.path) : undefined
    const held = explainer === undefined ? undefined : this.#heldBy(asset.path, explainer, note)
    const stand = explainer === undefined ? undefined : this.#parts.approvals.of(asset.path, explainer)
    const approval = typeof stand === 'object' ? stand : undefined
    const isAdvertising = this.#isAdvertising(asset, explainer, note)
    if (held === undefined && approval === undefined && !isAdvertising) return inOrder
    const key = JSON.stringify([held, approval, isAdvertising])
    const known = this.#known.get(key) ?? {
      isHeld: held !== undefined,
      notices: [...(held === undefined ? [] : [notice(held)]), ...(isAdvertising ? [notice('advertising')] : [])],
      ...(approval === undefined ? {} : { approval }),
    }
    this.#known.set(key, known)
    return known
  }

  #heldBy(path: string, explainer: Explainer, note: Sidecar | undefined): NoticeCode | undefined {
    const { approvals, profile } = this.#parts
    if (explainer.profile !== undefined && explainer.profile !== profile()) return 'other-practice'
    if (!needsCheck(explainer)) return undefined
    const stand = approvals.of(path, explainer)
    return stand === undefined ? 'unchecked' : stand === 'changed' ? 'check-again' : undefined
  }

  readonly #texts = new WeakMap<Explainer, boolean>()
  readonly #names = new Map<string, boolean>()

  /** Asked for each of ten thousand files whenever one changes. */
  #isAdvertising(
    { path, title = '' }: Pick<Asset, 'path' | 'title'>,
    explainer: Explainer | undefined,
    note: Sidecar | undefined,
  ): boolean {
    const name = [path, title, note?.title ?? '', ...(note?.services ?? []), ...(note?.tags ?? [])].join('\n')
    const byName = this.#names.get(name) ?? readsLikeAdvertising([name])
    this.#names.set(name, byName)
    if (byName || explainer === undefined) return byName
    const byText =
      this.#texts.get(explainer) ??
      (explainer.kind === 'offer' || readsLikeAdvertising(explainer.scenes.flatMap(({ scene }) => textsOf(scene))))
    this.#texts.set(explainer, byText)
    return byText
  }
}
