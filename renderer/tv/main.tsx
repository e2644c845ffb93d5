/** The TV page: the card under everything, the stage over it. */
import { createRoot } from 'react-dom/client'
import { PageClock } from '../shared/clock.ts'
import { Overlay } from './overlay.tsx'
import { PlayOutbox } from './play-outbox.ts'
import { PlayReport } from './play-report.ts'
import { tickerOf } from './playable.ts'
import { Player } from './player.ts'
import { followProgramme, mediaBaseOf, screenOf } from './programme-source.ts'
import { FilmSound } from './sound.ts'
import { Speaker } from './speaker.ts'
import { Stage } from './stage.ts'
import { SwitchLog } from './switch-log.ts'
import { Tv } from './tv.tsx'
import { WaitingCount } from './waiting-count.ts'

const root = document.getElementById('tv')
if (root === null) throw new Error('The page has no place for the TV')
// A kiosk window without a window manager is one row higher than the display: see main/windows.ts.
root.style.maxHeight = `${window.screen.height}px`
const card = document.createElement('div')
card.id = 'card'
const layers = document.createElement('div')
layers.className = 'layers'
const overlay = document.createElement('div')
root.append(card, layers, overlay)

const clock = new PageClock()
const films = new FilmSound(window.anteroom !== undefined)
const speaker = new Speaker(films, window)
const screen = screenOf(window)
const waiting = new WaitingCount()
// A preview in a browser is no screen: nobody waits in front of it.
const plays = window.anteroom && new PlayReport({ screen, clock, waiting: waiting.now, send: new PlayOutbox().send })
const player = new Player(new Stage(layers, mediaBaseOf(window), new SwitchLog(window), films), clock, plays)
const tv = createRoot(card)
const over = createRoot(overlay)
let state: Parameters<typeof Tv>[0] = { programme: undefined, isLinked: true }
let ticker: ReturnType<typeof tickerOf>
const show = (change: Partial<typeof state>) => {
  state = { ...state, ...change }
  tv.render(<Tv {...state} />)
  const { zone } = state.programme ?? {}
  over.render(<Overlay {...{ screen, clock, zone, speaker, ticker }} onBoard={waiting.hear} />)
}

show({})
void followProgramme(
  screen,
  clock,
  (programme) => {
    player.follow(programme)
    ticker = tickerOf(programme)
    show({ programme })
  },
  (isLinked) => {
    if (isLinked !== state.isLinked) show({ isLinked })
  },
)
