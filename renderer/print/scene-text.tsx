/** A scene on paper: what moves on the TV stands still here, and every word of it can be read. */
import type { ReactElement, ReactNode } from 'react'
import { filmWords } from '../../core/film-words.ts'
import type { Picture, Scene, Urgency } from '../../core/scene.ts'
import { namedRegion } from '../../core/scene-blocks.ts'
import { AnatomicalChart } from '../films/charts/anatomical-chart.tsx'
import { wholeDay } from '../films/whole-day.ts'
import { QrCode } from '../shared/qr-code.tsx'

/** What stands between the first and the last picture of a film. */
export type ToldScene = Exclude<Scene, { readonly kind: 'title' | 'closing' }>

interface SceneTextState {
  readonly scene: ToldScene
  /** BCP 47, of the text. */
  readonly locale: string
}

export function SceneText({ scene, locale }: SceneTextState): ReactElement {
  switch (scene.kind) {
    case 'text':
      return (
        <>
          {scene.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {scene.picture !== undefined && <Shown picture={scene.picture} />}
        </>
      )
    case 'points':
      return (
        <Led lead={scene.lead}>
          <List entries={scene.points} />
        </Led>
      )
    case 'steps':
      return (
        <Led lead={scene.lead}>
          <ol start={scene.first}>{items(scene.steps)}</ol>
        </Led>
      )
    case 'note':
      return <p className="note">{scene.note}</p>
    case 'callout':
      return (
        <p className="callout" data-urgency={scene.urgency}>
          <span className="sign" aria-hidden="true">
            {signs[scene.urgency]}
          </span>
          <span>{scene.text}</span>
        </p>
      )
    case 'checklist':
      return (
        <Led lead={scene.lead}>
          <ul className="boxes">{items(scene.items)}</ul>
        </Led>
      )
    case 'picture':
      return (
        <>
          <Shown picture={scene.picture} />
          {scene.caption !== undefined && <p className="caption">{scene.caption}</p>}
        </>
      )
    case 'timeline':
      return (
        <Led lead={scene.lead}>
          <ol className="stages">
            {scene.stages.map(({ when, text, care }) => (
              <li key={when}>
                <b>{when}</b>
                <span>
                  {text}
                  {care !== undefined && <i>{care}</i>}
                </span>
              </li>
            ))}
          </ol>
        </Led>
      )
    case 'chart':
      return (
        <Led lead={scene.lead}>
          <div className="chart">
            <ol>{items(scene.regions.map((region) => namedRegion(region, locale)))}</ol>
            <AnatomicalChart {...chartSize} chart={scene.chart} marks={marksOf(scene, locale)} />
          </div>
        </Led>
      )
    case 'sides': {
      const unknown = filmWords(locale).sides
      return (
        <Led lead={scene.lead}>
          <div className="sides">
            {scene.sides.map(({ label, points }, at) => (
              <div key={label ?? unknown[at]}>
                <h3>{label ?? unknown[at]}</h3>
                <List entries={points} />
              </div>
            ))}
          </div>
        </Led>
      )
    }
    case 'numbers':
      return (
        <Led lead={scene.lead}>
          <dl className="figures">
            {scene.numbers.map(({ value, label }) => (
              <div key={label}>
                <dt>{value}</dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </Led>
      )
    case 'people':
      return (
        <Led lead={scene.lead}>
          <ul className="people">
            {scene.people.map(({ name, role, says, picture }) => (
              <li key={`${name} ${role}`}>
                {picture !== undefined && <Shown picture={picture} />}
                <span>
                  <b>{name === undefined ? role : `${name}, ${role}`}</b>
                  {says !== undefined && <span>{says}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Led>
      )
    case 'terms':
      return (
        <Led lead={scene.lead}>
          {scene.until !== undefined && (
            <p className="until">
              {filmWords(locale).until} {wholeDay(locale, scene.until)}
            </p>
          )}
          {scene.terms.length > 0 && <List entries={scene.terms} />}
        </Led>
      )
    case 'code':
      return (
        <div className="code">
          <QrCode text={scene.url} label={scene.url} />
          <p>
            {scene.text !== undefined && <span>{scene.text}</span>}
            <a href={scene.url} dir="ltr">
              {scene.url.replace(/^https:\/\//, '')}
            </a>
          </p>
        </div>
      )
  }
}

/** In the units of the drawing, its numbers beside it. */
const chartSize = { width: 780, height: 1_000 } as const

/** All lit: paper has no time. */
const marksOf = ({ regions }: Extract<Scene, { kind: 'chart' }>, locale: string) =>
  regions.map(({ region }, index) => ({ region, number: new Intl.NumberFormat(locale).format(index + 1), lit: 1 }))

/** Told apart without colour: paper is often printed without. */
const signs: Readonly<Record<Urgency, string>> = { ask: '?', care: 'i', urgent: '!' }

function Led({ lead, children }: { readonly lead: string | undefined; readonly children: ReactNode }): ReactElement {
  return (
    <>
      {lead !== undefined && <p>{lead}</p>}
      {children}
    </>
  )
}

const List = ({ entries }: { readonly entries: readonly string[] }): ReactElement => <ul>{items(entries)}</ul>

const items = (entries: readonly string[]) => entries.map((entry) => <li key={entry}>{entry}</li>)

/** Until the hub has looked at a picture, what one sees stands in its place. */
const Shown = ({ picture: { src, alt } }: { readonly picture: Picture }): ReactElement =>
  src === '' ? <p className="unseen">{alt}</p> : <img src={src} alt={alt} />
