/** A scene as a card: its kind, its fields, what is wrong in them, and the ways to move it. */
import { type KeyboardEvent, memo, type ReactElement, useId, useMemo } from 'react'
import { sceneSeconds } from '../../../core/scene-plan.ts'
import { Action } from '../../shared/action.tsx'
import { type CardCheck, fieldProblems } from './card-check.ts'
import { CardProvider, usePictures } from './card-context.ts'
import { dividedScene } from './divided-scene.ts'
import type { Card, CardScene } from './film-draft.ts'
import { KindSign, kinds } from './kinds.tsx'
import { Tool } from './list-field.tsx'
import { notThere } from './missing-picture.ts'
import { roomIn } from './room-left.ts'
import { SceneFields } from './scene-fields.tsx'

export interface CardActs {
  readonly change: (id: string, scene: CardScene, mark?: string) => void
  readonly write: (id: string, source: string) => void
  /** What was written by hand gets its fields, as far as it is a scene. */
  readonly settle: () => void
  readonly move: (id: string, by: -1 | 1) => void
  readonly copy: (id: string) => void
  /** Makes two of one that is too long. */
  readonly divide: (id: string) => void
  readonly remove: (id: string) => void
  /** @param seconds undefined: as long as it takes to read */
  readonly time: (id: string, seconds: number | undefined) => void
  readonly choose: (id: string) => void
}

interface SceneCardState {
  readonly card: Card
  readonly place: number
  readonly count: number
  readonly isChosen: boolean
  readonly check: CardCheck
  /** BCP 47. */
  readonly locale: string
  readonly acts: CardActs
  /** In a translation, the words of the original by their field. */
  readonly original: ReadonlyMap<string, string>
}

export const SceneCard = memo(function SceneCard(state: SceneCardState): ReactElement {
  const { card, place, count, isChosen, check, locale, acts, original } = state
  const { id, scene, source } = card
  const title = useId()
  const { fields, rest: told } = useMemo(() => fieldProblems(card, check), [card, check])
  const { isMissing } = usePictures()
  // Where there is a field for the picture, it says so itself.
  const missing = scene === undefined ? check.pictures.filter(isMissing) : []
  const rest = [...told, ...new Set(missing.map(notThere))]
  const world = useMemo(
    () => ({ problemAt: (at: string) => fields.get(at), originalAt: (at: string) => original.get(at) }),
    [fields, original],
  )
  const name = scene === undefined ? 'Text' : kinds[scene.kind].name
  const named = `scene ${place + 1}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    acts.move(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li className="edit-card" data-card={id} data-chosen={isChosen} data-wrong={fields.size + rest.length > 0}>
      <section
        aria-labelledby={title}
        onFocus={() => acts.choose(id)}
        onPointerDown={() => acts.choose(id)}
        onKeyDown={onKeyDown}
      >
        <header className="edit-card-head">
          <span className="edit-card-sign">{scene !== undefined && <KindSign kind={scene.kind} />}</span>
          <h3 id={title}>
            <span className="edit-card-place">{place + 1}</span> {name}
          </h3>
          <div className="edit-card-tools">
            <Tool
              act="up"
              sign="up"
              label={`Move ${named} up`}
              keys="Alt+ArrowUp"
              isOff={place === 0}
              onPress={() => acts.move(id, -1)}
            />
            <Tool
              act="down"
              sign="down"
              label={`Move ${named} down`}
              keys="Alt+ArrowDown"
              isOff={place === count - 1}
              onPress={() => acts.move(id, 1)}
            />
            <Tool act="copy" sign="copy" label={`Duplicate ${named}`} onPress={() => acts.copy(id)} />
            <Tool act="remove" sign="delete" label={`Remove ${named}`} onPress={() => acts.remove(id)} />
          </div>
        </header>
        <CardProvider value={world}>
          {scene === undefined ? (
            <Written name={named} source={source} onWrite={(text) => acts.write(id, text)} onLeave={acts.settle} />
          ) : (
            <SceneFields scene={scene} onChange={(changed, mark) => acts.change(id, changed, mark)} />
          )}
        </CardProvider>
        {scene !== undefined && check.tooLong?.why === 'length' && dividedScene(scene) !== undefined && (
          <div className="edit-card-divide">
            <Action label={`Make two scenes of it: ${named}`} onPress={() => acts.divide(id)}>
              Make two scenes of it
            </Action>
          </div>
        )}
        {rest.length > 0 && (
          <ul className="edit-card-problems">
            {rest.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {scene !== undefined && (
          <footer className="edit-card-foot">
            <Seconds card={card} check={check} onChange={(seconds) => acts.time(id, seconds)} />
            <p>{roomIn(card, check, locale)}</p>
          </footer>
        )}
      </section>
    </li>
  )
})

interface SecondsState {
  readonly card: Card
  readonly check: CardCheck
  readonly onChange: (seconds: number | undefined) => void
}

/** How long it stands: as long as it takes to read, unless somebody says otherwise. */
function Seconds({ card, check, onChange }: SecondsState): ReactElement {
  const id = useId()
  const own = check.scenes.reduce((sum, { seconds = 0 }) => sum + seconds, 0)
  return (
    <div className="edit-seconds">
      <label htmlFor={id}>Seconds</label>
      <input
        id={id}
        type="number"
        min={sceneSeconds.least}
        max={sceneSeconds.most}
        step={1}
        placeholder={own === 0 ? '' : String(Math.round(own))}
        value={card.seconds ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.valueAsNumber)}
      />
    </div>
  )
}

interface WrittenState {
  readonly name: string
  readonly source: string
  readonly onWrite: (source: string) => void
  readonly onLeave: () => void
}

/** What the form has no fields for is edited as it is written. */
function Written({ name, source, onWrite, onLeave }: WrittenState): ReactElement {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>The text of {name}, as it stands in the file</label>
      <textarea
        id={id}
        className="source-field"
        dir="auto"
        spellCheck
        value={source}
        onBlur={onLeave}
        onChange={({ currentTarget }) => onWrite(currentTarget.value)}
      />
    </div>
  )
}
