/** What a playlist holds that nobody wrote: a folder's files, one after the other. */
import { type ReactElement, useMemo, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import type { PlaylistEntry } from '../programming.ts'
import { lengthOf } from '../words.ts'
import { posterOf } from './entry.ts'
import { EntryPicture } from './entry-picture.tsx'
import { MoreLines } from './more-lines.tsx'

const atFirst = 100

interface MadeState {
  readonly entries: readonly PlaylistEntry[]
  readonly assets: readonly Asset[]
}

export function MadeLines({ entries, assets }: MadeState): ReactElement {
  const [most, setMost] = useState(atFirst)
  const byId = useMemo(() => new Map(assets.map((asset) => [asset.id, asset])), [assets])
  if (entries.length === 0) return <p className="entries-empty">Nothing that can be shown lies in it now.</p>
  return (
    <>
      <ol className="entries made">
        {entries.slice(0, most).map((entry, at) => {
          const asset = entry.asset === undefined ? undefined : byId.get(entry.asset)
          const poster = entry.poster ?? (asset === undefined ? undefined : posterOf(asset))
          return (
            <li key={at} className="entry">
              <div className="entry-row">
                <span className="entry-main">
                  <EntryPicture entry={{ kind: 'asset', ...(poster === undefined ? {} : { poster }) }} />
                  <span className="entry-words">
                    <b dir="auto">{entry.title}</b>
                    <span className="path">
                      {lengthOf(entry.durationMs)}
                      {entry.path !== undefined && ` · ${entry.path}`}
                    </span>
                    {entry.problem !== undefined && <span className="list-problem">{entry.problem}</span>}
                  </span>
                </span>
              </div>
            </li>
          )
        })}
      </ol>
      <MoreLines all={entries.length} most={most} onMore={setMost} />
    </>
  )
}
