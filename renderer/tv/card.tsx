/** The branded card: what stands under everything on the TV, so that the wall never shows nothing. */
import { type CSSProperties, type ReactElement, useEffect, useRef } from 'react'
import { type Brand, themeVariables } from '../../core/theme.ts'
import { Doorway } from '../films/art/doorway.tsx'
import './card.css'

type CardProps = {
  readonly brand: Brand
  /** A few words at the bottom, like "Connecting…". */
  readonly note?: string | undefined
}

/** Fills its positioned parent, at any size and shape. */
export function Card({ brand, note }: CardProps): ReactElement {
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => (stage.current === null ? undefined : keepMoving(stage.current)), [])
  return (
    <section className="card" style={themeVariables(brand) as CSSProperties} aria-label={brand.name}>
      <div ref={stage} className="card-stage" data-stage="zone">
        <Doorway className="card-doorway" />
        <div className="card-words">
          {brand.logo !== undefined && <img className="card-logo" src={brand.logo} alt="" />}
          <h1 className="card-name" data-long={brand.name.length > 22}>
            {brand.name}
          </h1>
          {brand.tagline !== undefined && <p className="card-tagline">{brand.tagline}</p>}
        </div>
        {note !== undefined && <p className="card-note">{note}</p>}
      </div>
    </section>
  )
}

// Once a second, too little to be seen happening. Any CSS animation, even one in steps, keeps a software renderer
// at 5 to 30 % of a core (1080p, measured); this takes about 1 %.
const tickMs = 1_000
const lightTicks = 120
// Against burn-in the words wander round an ellipse four units high, in a quarter of an hour.
const wanderTicks = 900
const wanderEvery = 15

function keepMoving(stage: HTMLElement): () => void {
  let tick = 0
  const timer = setInterval(() => {
    tick += 1
    stage.style.setProperty('--card-light', (0.87 + 0.13 * Math.cos((tick / lightTicks) * 2 * Math.PI)).toFixed(3))
    if (tick % wanderEvery !== 0) return
    const turn = (tick / wanderTicks) * 2 * Math.PI
    stage.style.setProperty('--card-x', (1.2 - 1.2 * Math.cos(turn)).toFixed(2))
    stage.style.setProperty('--card-y', (2 * Math.sin(turn)).toFixed(2))
  }, tickMs)
  return () => clearInterval(timer)
}
