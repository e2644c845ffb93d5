/** A page of the studio around its content: head, what was lost, what happened last and the way back. */
import { type ReactElement, type ReactNode, useEffect, useMemo } from 'react'
import { Action } from '../shared/action.tsx'
import { Opening } from '../shared/opening.tsx'
import { Head, LostBanner } from './head.tsx'
import type { HubLink } from './heartbeat.ts'
import { Icon } from './icons.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { type StudioPage, studioPages } from './pages.ts'
import type { Steps } from './steps.ts'
import { WorldProvider } from './studio-context.ts'
import { useUndoKey } from './undo-key.ts'

interface FrameState {
  readonly page: StudioPage
  readonly link: HubLink
  readonly steps: Steps
  /** What is old when the hub is away: `the week`. */
  readonly what: string
  /** Drawn once the hub has answered. */
  readonly children: (world: { readonly zone: string; readonly at: string }) => ReactNode
}

export function Frame({ page, link, steps, what, children }: FrameState): ReactElement {
  const { name } = studioPages[page]
  const isLive = link.kind === 'live'
  const isKnown = 'zone' in link
  const title = isLive || !isKnown ? `${name} · Studio` : `No connection · ${name}`
  useEffect(() => {
    document.title = title
  }, [title])
  useUndoKey(isLive && steps.last !== undefined ? () => void steps.undo() : undefined)
  const zone = isKnown ? link.zone : 'UTC'
  const world = useMemo(() => ({ zone, canPress: isLive }), [zone, isLive])
  if (!isKnown) return <Opening title="Studio" isAbsent={link.kind === 'absent'} />
  const { at } = link
  return (
    <WorldProvider value={world}>
      <div className="studio" data-live={isLive}>
        <Head page={page} at={at} zone={zone} isLive={isLive} />
        {!isLive && <LostBanner what={what} at={at} zone={zone} />}
        <main>{children({ zone, at })}</main>
        <div className="corner">
          <NoticeBar notice={steps.notice} canPress={isLive} onClose={steps.hush} onUndo={() => void steps.undo()} />
        </div>
      </div>
    </WorldProvider>
  )
}

/** The way back, also when nobody tells of the last step any more. */
export function UndoButton({ steps, canPress }: { readonly steps: Steps; readonly canPress: boolean }): ReactElement {
  const { last } = steps
  return (
    <Action
      look="quiet"
      isOff={!canPress || last === undefined}
      label={last === undefined ? 'Undo' : `Undo: ${last.words}`}
      onPress={() => void steps.undo()}
    >
      <Icon name="undo" />
      Undo
    </Action>
  )
}
