/** In the place of a film that was deleted or discarded: what has become of it, and the way back. */
import { type ReactElement, useEffect, useRef } from 'react'
import { trashKeptDays } from '../../../core/content-contract.ts'
import { Action } from '../../shared/action.tsx'
import { studioPages } from '../pages.ts'
import { useWorld } from '../studio-context.ts'
import type { Thrown } from './kept-film.ts'

interface ThrownState {
  readonly title: string
  readonly thrown: Thrown
  /** Not all of it had been saved. */
  readonly isChanged: boolean
  readonly onBack: () => void
  /** Before the page is left. */
  readonly onLeave: () => void
}

export function ThrownFilm({ title, thrown, isChanged, onBack, onLeave }: ThrownState): ReactElement {
  const { canPress } = useWorld()
  const words = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: the keyboard goes on here.
  useEffect(() => words.current?.focus(), [])
  const isDeleted = thrown.kind === 'deleted'
  return (
    <section className="edit-thrown" aria-labelledby="edit-thrown">
      <h2 id="edit-thrown" ref={words} tabIndex={-1}>
        {title === '' ? 'A film without a title' : <bdi>“{title}”</bdi>} is {isDeleted ? 'deleted' : 'discarded'}
      </h2>
      {isDeleted ? (
        <p>
          {thrown.undos.length > 1 ? 'It no longer plays, in none of its languages.' : 'It no longer plays.'} For{' '}
          {trashKeptDays} days it can be brought back, here or under “Recently deleted” on the page Content.
          {isChanged && ' What was not saved is kept with it on this computer.'}
        </p>
      ) : (
        <p>It stands on this computer only. Once you leave this page, it is gone.</p>
      )}
      <div className="edit-thrown-acts">
        <Action look="first" isOff={isDeleted && !canPress} keys="Control+Z" onPress={onBack}>
          Bring it back
        </Action>
        <a className="action action-plain" href={studioPages.content.path} onClick={onLeave}>
          To the content
        </a>
      </div>
    </section>
  )
}
