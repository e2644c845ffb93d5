/** The drawing of a chart to point at: a place that is pressed is told of, or the words about it are gone to. */
import type { ReactElement } from 'react'
import { type ChartName, type RegionId, regionName, regionsOf } from '../../../core/anatomy.ts'
import type { ChartDrawing, Region } from '../../films/charts/chart-drawing.ts'
import { face } from '../../films/charts/face.ts'
import { neck } from '../../films/charts/neck.ts'

interface PickerState {
  readonly chart: ChartName
  /** What is told of already. */
  readonly chosen: readonly string[]
  readonly onPick: (region: RegionId) => void
}

const drawings: Readonly<Record<ChartName, ChartDrawing>> = { face, neck }

/** For the pointer only: with the keyboard a place is chosen by name in its entry. */
export default function ChartPicker({ chart, chosen, onPick }: PickerState): ReactElement {
  const { skin, hair, lines, regions } = drawings[chart]
  const places = regionsOf(chart).flatMap((id) => {
    const region = regions[id]
    return region === undefined ? [] : [{ id, region }]
  })
  // Vessels and nerves run over everything else, and are thin.
  const inOrder = [...places].sort(
    (one, other) => Number(one.region.kind === 'branch') - Number(other.region.kind === 'branch'),
  )
  return (
    <svg className="chart-picker" viewBox="-390 0 780 850" aria-hidden="true">
      {skin.map((d) => (
        <path key={d} d={d} className="chart-skin" />
      ))}
      {hair.map((d) => (
        <path key={d} d={d} className="chart-hair" />
      ))}
      {inOrder.map(({ id, region }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the names of the places below
        <g
          key={id}
          className="chart-place"
          data-place={id}
          data-kind={region.kind}
          data-chosen={chosen.includes(id)}
          onClick={() => onPick(id)}
        >
          <title>{regionName(id, 'en') ?? id}</title>
          <Shapes region={region} />
        </g>
      ))}
      <g className="chart-lines">
        {lines.map(({ d, width }) => (
          <path key={d} d={d} style={{ strokeWidth: width }} />
        ))}
      </g>
    </svg>
  )
}

const Shapes = ({ region: { paths, twigs = [] } }: { readonly region: Region }): ReactElement => (
  <>
    {[...paths, ...twigs].map((d) => (
      <path key={d} d={d} />
    ))}
  </>
)
