/** The page on which a film is written: waits for the hub, the file and the clinic's colours, then shows the form. */
import { type ReactElement, useEffect, useMemo, useState } from 'react'
import type { AssetList } from '../../../core/contract.ts'
import { type Brand, defaultBrand } from '../../../core/theme.ts'
import { useLive } from '../../shared/hub.ts'
import { MakingProvider } from '../film-making.tsx'
import { Frame } from '../frame.tsx'
import { useHubLink } from '../heartbeat.ts'
import { studioPages } from '../pages.ts'
import { useAsked } from '../programming.ts'
import { useSteps } from '../steps.ts'
import { wishAt } from './film-address.ts'
import { FilmEditor } from './film-editor.tsx'
import { type OpenedFilm, openFilm } from './film-file.ts'

const retryMs = 2_000
const notOpened = 'The film could not be opened. Choose it again on the page Content.'

export function FilmPage(): ReactElement {
  const files = useLive<AssetList>('assets')
  const link = useHubLink([files])
  const steps = useSteps()
  const [wish] = useState(() => wishAt(location.search))
  const { opened, problem } = useOpened(wish)
  const brand = useAsked<{ readonly brand: Brand }>('/api/brand', 0).answer?.brand
  const assets = useMemo(() => files.data?.assets ?? [], [files.data])
  return (
    <Frame page="content" link={link} steps={steps} what="the film">
      {({ zone, at }) =>
        opened === undefined ? (
          <div className="nobody">
            <p role={problem === undefined ? 'status' : 'alert'}>{problem ?? 'Opening the film …'}</p>
            {problem !== undefined && (
              <a className="action action-plain" href={studioPages.content.path}>
                To the content
              </a>
            )}
          </div>
        ) : (
          <MakingProvider>
            <FilmEditor {...{ wish, opened, assets, steps, zone, at }} brand={brand ?? defaultBrand} />
          </MakingProvider>
        )
      }
    </Frame>
  )
}

function useOpened(wish: ReturnType<typeof wishAt>): {
  readonly opened: OpenedFilm | undefined
  readonly problem: string | undefined
} {
  const [opened, setOpened] = useState<OpenedFilm>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let timer = 0
    let isOver = false
    if (wish.path === '') return setProblem('No film is named here. Choose one on the page Content.')
    const open = async () => {
      try {
        const film = await openFilm(wish)
        if (!isOver) setOpened(film)
      } catch (cause) {
        if (isOver) return
        // The hub is away: asked again. What it refuses stays refused.
        if (cause instanceof TypeError) timer = window.setTimeout(() => void open(), retryMs)
        else setProblem(cause instanceof Error && !(cause instanceof SyntaxError) ? cause.message : notOpened)
      }
    }
    void open()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [wish])
  return { opened, problem }
}
