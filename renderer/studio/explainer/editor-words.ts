/** What the editor tells after a film was saved: what the TV does now, and who has to look at it again. */
import { needsCheck } from '../../../core/approval.ts'
import { type Asset, mayPlay } from '../../../core/asset.ts'
import { explainerKinds } from '../../../core/explainer-kind.ts'
import type { FilmDraft } from './film-draft.ts'

interface SavedState {
  readonly isNew: boolean
  readonly problems: number
  readonly settings: FilmDraft['settings']
  readonly asset: Asset | undefined
  readonly path: string
}

export const editorWords = {
  saved: ({ isNew, problems, settings, asset, path }: SavedState): string => {
    if (problems > 0) {
      const many = problems === 1 ? 'one thing is' : `${problems} things are`
      return isNew
        ? `Saved, but ${many} wrong in it. It plays once that is mended.`
        : `Saved, but ${many} wrong in it. What played before goes on until that is mended.`
    }
    const ready = isNew
      ? 'Saved. Its film is ready in about 20 s.'
      : 'Old version hidden. The new one is ready in about 20 s.'
    if (!mayPlay(path)) return `${ready} It is a draft: it never plays.`
    const kind = explainerKinds.find((each) => each === settings.kind)
    if (!needsCheck(kind === undefined ? {} : { kind })) return ready
    return asset?.approval === undefined
      ? `${ready} It plays once a clinician has checked it.`
      : `${ready} Its words have changed: it has to be checked again before it plays.`
  },
} as const
