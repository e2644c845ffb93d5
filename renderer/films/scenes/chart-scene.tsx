/** An anatomical chart beside its legend: one region after the other lights up, in the drawing and in the words. */
import type { ReactElement } from 'react'
import { regionName } from '../../../core/anatomy.ts'
import { signsOf } from '../../../core/film-words.ts'
import { directionOf } from '../../../core/languages.ts'
import { orientationOf } from '../../../core/scene-places.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { AnatomicalChart } from '../charts/anatomical-chart.tsx'
import { useMoment } from '../moment.ts'
import { type PropsOf, placed, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, numberIn, partsBefore } from './words.tsx'

export function ChartScene(props: PropsOf<'chart'>): ReactElement {
  const { scene, locale } = props
  const { bodySize, air, art } = useLayout(props)
  const { come, came, lit } = useMoment(props)
  const { before, between, indent } = spacing.regions
  const outer = directionOf(locale) === 'rtl' ? 'left' : 'right'
  const edge = orientationOf(props.size) === 'landscape' ? outer : 'none'
  const marks = scene.regions.map(({ region }, index) => ({
    region,
    number: numberIn(locale, index + 1),
    lit: lit(index),
  }))
  return (
    <SceneFrame
      {...props}
      picture={
        <div style={{ ...placed(art), opacity: came }}>
          <AnatomicalChart edge={edge} chart={scene.chart} marks={marks} width={art.width} height={art.height} />
        </div>
      }
    >
      <Heading scene={scene} props={props} />
      <ol className="scene-regions" style={{ fontSize: bodySize, marginTop: before * air, gap: between * air }}>
        {scene.regions.map(({ region, text }, index) => {
          const name = regionName(region, locale)
          return (
            <li key={index} style={come(partsBefore(scene) + index)}>
              <span className="scene-number" style={{ width: indent - 24 }}>
                <span className="scene-lit" style={{ opacity: lit(index) }} />
                <b>{numberIn(locale, index + 1)}</b>
                <b className="scene-on-lit" style={{ opacity: lit(index) }}>
                  {numberIn(locale, index + 1)}
                </b>
              </span>
              <span>
                {name !== undefined && <strong>{`${name}${signsOf(locale).colon}`}</strong>}
                {text}
              </span>
            </li>
          )
        })}
      </ol>
    </SceneFrame>
  )
}
