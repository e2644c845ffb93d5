/** On the TV: what each screen shows now and next, what can be done about it at once, and what it will show at any time. */
import { type ReactElement, useMemo, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import type { AssetList } from '../../../core/contract.ts'
import type { TvState } from '../../../core/tv-contract.ts'
import { useLive } from '../../shared/hub.ts'
import { SayOnTv } from '../../shared/say-on-tv.tsx'
import { HeldList, ScreenChoice, TvButtons, TvPicture, WhyNow } from '../../shared/tv-now.tsx'
import { Frame, UndoButton } from '../frame.tsx'
import { useHubLink } from '../heartbeat.ts'
import { posterOf } from '../playlists/entry.ts'
import { type MomentAnswer, type PlaylistLine, type ScheduleList, useAsked } from '../programming.ts'
import { type Steps, useSteps } from '../steps.ts'
import { ComingUp } from './coming-up.tsx'
import { Moment } from './moment.tsx'
import { Takeovers } from './takeovers.tsx'
import { useTvPress } from './tv-press.ts'

export function NowPage(): ReactElement {
  const tv = useLive<TvState>('desk-tv')
  const files = useLive<AssetList>('assets')
  const schedules = useLive<ScheduleList>('schedules')
  const lists = useLive<{ readonly playlists: readonly PlaylistLine[] }>('playlists')
  const link = useHubLink([tv, files, schedules, lists])
  const steps = useSteps()
  return (
    <Frame page="now" link={link} steps={steps} what="the TV">
      {({ zone, at }) =>
        tv.data !== undefined && (
          <Now
            {...{ zone, at, steps }}
            tv={tv.data}
            assets={files.data?.assets ?? []}
            canPress={link.kind === 'live'}
            schedules={schedules.data ?? { schedules: [], groups: [] }}
            playlists={lists.data?.playlists ?? []}
          />
        )
      }
    </Frame>
  )
}

interface NowState {
  readonly tv: TvState
  readonly assets: readonly Asset[]
  readonly schedules: ScheduleList
  readonly playlists: readonly PlaylistLine[]
  readonly zone: string
  readonly at: string
  readonly canPress: boolean
  readonly steps: Steps
}

function Now({ tv, assets, schedules, playlists, zone, at, canPress, steps }: NowState): ReactElement {
  const [wanted] = useState(() => /^#(screen-\d+)@(.+)$/.exec(decodeURIComponent(location.hash)))
  const [chosen, choose] = useState(wanted?.[1] ?? tv.screens[0]?.id)
  const screen = tv.screens.find(({ id }) => id === chosen) ?? tv.screens[0]
  const press = useTvPress(steps)
  const posters = useMemo(() => postersOf(assets), [assets])
  const news = JSON.stringify([schedules, playlists, tv.held])
  const now = useAsked<MomentAnswer>(
    screen === undefined ? undefined : momentPath(screen.id, at),
    `${news} ${screen?.playing?.asset ?? ''}`,
  )
  if (screen === undefined) return <p className="nobody">There is no screen yet.</p>
  const part = { tv, zone, press, canPress }
  return (
    <>
      <div className="page-tools">
        <h2>On the TV</h2>
        <ScreenChoice screens={tv.screens} chosen={screen.id} onChoose={choose} />
        <div className="tool-buttons">
          <UndoButton steps={steps} canPress={canPress} />
        </div>
      </div>
      <div className="now-panes">
        <section className="tv-part now-picture" aria-labelledby="now-title">
          <TvPicture key={screen.id} screen={screen.id} isThere={screen.hasPicture} />
          <div className="now-playing">
            <h3 id="now-title" dir="auto">
              {screen.playing?.title ?? 'No film at the moment'}
            </h3>
            <WhyNow playing={screen.playing} />
            <TvButtons {...part} playing={screen.playing} />
          </div>
          <HeldList {...part} />
        </section>
        <ComingUp answer={now.answer} problem={now.problem} {...{ zone, playlists, posters }} />
        <Takeovers
          {...{ schedules, playlists, zone, at, canPress, steps }}
          screen={screen.id}
          screens={tv.screens.map(({ id }) => id)}
        />
        <SayOnTv {...part} />
        <Moment
          key={screen.id}
          screen={screen.id}
          {...{ zone, at, playlists, posters, news }}
          start={wanted?.[1] === screen.id ? wanted[2] : undefined}
        />
      </div>
    </>
  )
}

const momentPath = (screen: string, at: string): string => `/api/screens/${screen}/at?${new URLSearchParams({ at })}`

/** A screen's programme has no small picture of a picture. */
function postersOf(assets: readonly Asset[]): ReadonlyMap<string, string> {
  return new Map(
    assets.flatMap((asset) => {
      const poster = posterOf(asset)
      return poster === undefined ? [] : [[asset.id, poster] as const]
    }),
  )
}
