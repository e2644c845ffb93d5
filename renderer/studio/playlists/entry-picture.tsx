/** The small picture of a line, or a sign of what it is. */
import { type ReactElement, useState } from 'react'
import { Icon, type IconName } from '../icons.tsx'
import type { Entry } from './entry.ts'

const signs: Readonly<Record<Entry['kind'], IconName>> = {
  asset: 'video',
  explainer: 'explainer',
  folder: 'folder',
  playlist: 'list',
  text: 'text',
}

export function EntryPicture({ entry }: { readonly entry: Pick<Entry, 'kind' | 'poster'> }): ReactElement {
  const { kind, poster } = entry
  const [broken, setBroken] = useState<string>()
  const isStack = kind === 'folder' || kind === 'playlist'
  return (
    <span className="entry-picture" data-stack={isStack}>
      {poster === undefined || poster === broken ? (
        <Icon name={signs[kind]} size={26} />
      ) : (
        <img
          src={`/media/${poster}`}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(poster)}
        />
      )}
    </span>
  )
}
