/** A picture for the wait: three questions worth asking, so that nobody thinks of them on the way home. */
import type { ReactElement } from 'react'
import { type FilmProps, filmSchema } from '../../../core/brand.ts'
import { format, Stage } from '../stage.tsx'

export const questions = {
  id: 'questions',
  schema: filmSchema,
  component: Questions,
  width: format.width,
  height: format.height,
}

const asks = ['What are my choices?', 'What are the risks for me?', 'What do I do at home?']

function Questions({ brand }: FilmProps): ReactElement {
  return (
    <Stage brand={brand} tone="paper">
      <div className="questions-mark">?</div>
      <div className="film-words" style={{ width: 1240, gap: 78 }}>
        <h1 className="film-title">Questions to ask today</h1>
        <ol className="questions-list">
          {asks.map((ask, index) => (
            <li key={ask}>
              <span>{index + 1}</span>
              {ask}
            </li>
          ))}
        </ol>
      </div>
    </Stage>
  )
}
