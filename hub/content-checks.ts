/** What has to be right about a film before it plays: its text is checked, it is for this practice and in its language; and what reads like advertising. */
import { readsLikeAdvertising } from '../core/advertising.ts'
import { type Approval, needsCheck } from '../core/approval.ts'
import type { Asset } from '../core/asset.ts'
import { isElsewhere } from '../core/asset-group.ts'
import { leadsToExample } from '../core/example-address.ts'
import type { Explainer } from '../core/explainer.ts'
import { englishName, isInLanguage } from '../core/film-family.ts'
import { type NoticeCode, notice, type Remark } from '../core/remarks.ts'
import { textsOf } from '../core/scene.ts'
import type { Settings } from '../core/settings.ts'
import type { Sidecar } from '../core/sidecar.ts'
import type { Approvals } from './approvals.ts'
import type { Told } from './explainer-book.ts'
import type { FilmTurn } from './film-queue.ts'

export interface Verdict {
  /** It does not play. */
  readonly isHeld: boolean
  /** It plays only where a playlist names it, or its folder. */
  readonly isNamedOnly: boolean
  readonly notices: readonly Remark[]
  readonly approval?: Approval
  /** The last day that the film itself names: `2027-03-31`. */
  readonly lastDay?: string
}

interface Parts {
  readonly approvals: Pick<Approvals, 'of'>
  /** The last good text of an explainer. */
  readonly explainerAt: (path: string) => Explainer | undefined
  /** The same film in all its languages, this one among them. */
  readonly familyOf: (path: string) => readonly Told[]
  readonly settings: () => Pick<Settings, 'profile' | 'languages'>
}

const inOrder: Verdict = { isHeld: false, isNamedOnly: false, notices: [] }
/** A film of which nobody knows what it says. */
const unread: Verdict = { ...inOrder, isHeld: true }

export class ContentChecks {
  readonly #parts: Parts
  readonly #known = new Map<string, Verdict>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @param note what stands beside the file @returns the same verdict for the same file, as long as nothing has changed */
  of(asset: Pick<Asset, 'path' | 'kind' | 'title'>, note?: Sidecar): Verdict {
    const { path } = asset
    const explainer = asset.kind === 'explainer' ? this.#parts.explainerAt(path) : undefined
    if (asset.kind === 'explainer' && explainer === undefined) return unread
    const isAdvertising = this.#isAdvertising(asset, explainer, note)
    if (explainer === undefined && !isAdvertising) return inOrder
    const held = explainer === undefined ? undefined : this.#heldBy(path, explainer, note)
    const stand = explainer === undefined ? undefined : this.#parts.approvals.of(path, explainer)
    const isNamedOnly = explainer?.kind === 'closing'
    const lastDay = explainer === undefined ? undefined : lastDayOf(explainer)
    const verdict: Verdict = {
      isHeld: held !== undefined,
      isNamedOnly,
      notices: [
        ...(held === undefined ? [] : [held]),
        ...(held === undefined && isNamedOnly ? [notice('at-closing')] : []),
        ...(isAdvertising ? [notice('advertising')] : []),
      ],
      ...(typeof stand === 'object' ? { approval: stand } : {}),
      ...(lastDay === undefined ? {} : { lastDay }),
    }
    const key = JSON.stringify(verdict)
    const known = this.#known.get(key) ?? verdict
    this.#known.set(key, known)
    return known
  }

  /** When the film of an explainer is made. */
  turnOf(path: string): FilmTurn {
    const { isHeld, isNamedOnly, notices } = this.of({ path, kind: 'explainer' })
    if (isElsewhere({ notices })) return 'resting'
    return isHeld || isNamedOnly ? 'later' : 'first'
  }

  #heldBy(path: string, explainer: Explainer, note: Sidecar | undefined): Remark | undefined {
    const { languages } = this.#parts.settings()
    const own = this.#heldByItself(path, explainer)
    if (own === 'other-practice') return notice(own)
    const family = this.#parts.familyOf(path)
    if (family.length > 1) {
      const inOrder = family.filter(([other, text]) => this.#heldByItself(other, text) === undefined)
      const asked =
        inOrder.length === 0 ? family : [...inOrder.filter(([other]) => other !== path), [path, explainer] as const]
      const members = asked.map(([other, { locale }]) => ({ path: other, locale }))
      if (!isInLanguage(path, members, languages.tv)) return inLanguage(explainer.locale)
    }
    if (own !== undefined) return notice(own)
    const isUndated = explainer.kind === 'offer' && lastDayOf(explainer) === undefined && note?.validUntil === undefined
    return isUndated ? notice('undated') : undefined
  }

  #heldByItself(path: string, explainer: Explainer): NoticeCode | undefined {
    const { approvals, settings } = this.#parts
    if (explainer.profile !== undefined && explainer.profile !== settings().profile) return 'other-practice'
    const stand = needsCheck(explainer) ? approvals.of(path, explainer) : 'harmless'
    if (stand === undefined) return 'unchecked'
    if (stand === 'changed') return 'check-again'
    return leadsToExample(explainer) ? 'example-address' : undefined
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

/** `In Spanish: it plays when Spanish is a language of the TV.` */
function inLanguage(locale: string): Remark {
  const name = englishName(locale)
  return { ...notice('other-language'), message: `In ${name}: it plays when ${name} is a language of the TV.` }
}

/** Of several the first: an offer that says two days ends with the earlier one. */
function lastDayOf({ scenes }: Explainer): string | undefined {
  const days = scenes.flatMap(({ scene }) => (scene.kind === 'terms' && scene.until !== undefined ? [scene.until] : []))
  return days.sort()[0]
}
