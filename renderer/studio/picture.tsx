/** The small picture of a file, with its length; a drawn sheet where there is none yet. */
import { type ReactElement, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Icon } from './icons.tsx'
import { kindOf, lengthOf } from './words.ts'

export function Picture({ asset }: { readonly asset: Asset }): ReactElement {
  const { kind, state, durationMs, pages } = asset
  const source = sourceOf(asset)
  const [broken, setBroken] = useState<string>()
  return (
    <span className="picture" data-kind={kind}>
      {source === undefined || source === broken ? (
        <span className="sheet">
          {/* What was refused is nothing that could be named. */}
          <Icon name={state === 'refused' ? 'off' : kind} size={40} />
          {state !== 'refused' && kindOf(asset)}
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
