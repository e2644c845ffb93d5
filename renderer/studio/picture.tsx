/** The small picture of a file, with its length; a drawn sheet where there is none yet. */
import { type ReactElement, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Icon } from './icons.tsx'
import { lengthOf } from './words.ts'

export function Picture({ asset }: { readonly asset: Asset }): ReactElement {
  const { kind, state, durationMs, pages, width = 0, height = 0 } = asset
  const source = sourceOf(asset)
  const [broken, setBroken] = useState<string>()
  return (
    <span className="picture" data-kind={kind} data-upright={height > width}>
      {source === undefined || source === broken ? (
        // Without a word: what it is stands beside it, and whoever speaks to the page calls the button by its name.
        <span className="sheet">
          <Icon name={state === 'refused' ? 'off' : kind} size={40} />
        </span>
      ) : (
        <img src={source} alt="" loading="lazy" decoding="async" onError={() => setBroken(source)} />
      )}
      {durationMs !== undefined && <span className="length">{lengthOf(durationMs)}</span>}
      {pages !== undefined && pages > 1 && <span className="length">{pages} pages</span>}
    </span>
  )
}

function sourceOf({ poster, media, kind }: Asset): string | undefined {
  if (poster !== undefined) return `/media/${poster}`
  return kind === 'image' && media !== undefined ? `/media/${media}` : undefined
}
