/** A picture of a scene: chosen from this computer, replaced, taken out, and described for whoever cannot see it. */
import { type ReactElement, useRef, useState } from 'react'
import type { Picture } from '../../../core/scene.ts'
import { Action } from '../../shared/action.tsx'
import { useWorld } from '../studio-context.ts'
import { useCard, usePictures } from './card-context.ts'
import { notThere } from './missing-picture.ts'
import { WordsField } from './words-field.tsx'

interface PictureState {
  readonly label: string
  readonly at: string
  readonly picture: Picture | undefined
  /** Undefined takes it out; never where a scene cannot be without. */
  readonly onChange: (picture: Picture | undefined) => void
  readonly isNeeded?: boolean
}

export function PictureField({ label, at, picture, onChange, isNeeded = false }: PictureState): ReactElement {
  const { canPress } = useWorld()
  const { sourceOf, isMissing, add } = usePictures()
  const input = useRef<HTMLInputElement>(null)
  const [isAdding, setAdding] = useState(false)
  const [isOver, setOver] = useState(false)
  const [leftOut, setLeftOut] = useState<string>()
  const isThere = picture !== undefined && picture.file !== ''
  const told = useCard().problemAt(`${at}.file`)
  const problem = isThere && isMissing(picture.file) ? notThere(picture.file) : told
  const source = isThere ? sourceOf(picture.file) : ''
  const take = async ([file, ...others]: readonly File[]) => {
    if (file === undefined) return
    setLeftOut(others.length === 0 ? undefined : leftOutWords(file, others.length))
    setAdding(true)
    const name = await add(file).finally(() => setAdding(false))
    if (name !== undefined) onChange({ src: '', file: name, alt: picture?.alt ?? '' })
  }
  return (
    <fieldset
      className="picture-field"
      data-there={isThere}
      data-over={isOver}
      onDragOver={({ dataTransfer }) => setOver(canPress && !isAdding && dataTransfer.types.includes('Files'))}
      onDragLeave={() => setOver(false)}
      onDrop={({ dataTransfer }) => {
        setOver(false)
        if (canPress && !isAdding) void take([...dataTransfer.files])
      }}
    >
      <legend>{label}</legend>
      {isThere && (
        <div className="picture-shown">
          {source === '' ? <span>{picture.file}</span> : <img src={source} alt={picture.alt} />}
        </div>
      )}
      <div className="picture-words">
        <div className="picture-tools">
          <Action isOff={!canPress || isAdding} onPress={() => input.current?.click()}>
            {isAdding ? 'Adding …' : isThere ? 'Replace the picture…' : 'Choose a picture…'}
          </Action>
          {isThere && !isNeeded && (
            <Action look="quiet" onPress={() => onChange(undefined)}>
              Take it out
            </Action>
          )}
        </div>
        {problem !== undefined && <p className="field-problem">{problem}</p>}
        {leftOut !== undefined && (
          <p className="note" role="status">
            {leftOut}
          </p>
        )}
        {isThere && (
          <WordsField
            label="What one sees"
            at={`${at}.alt`}
            hint="Read aloud to people who cannot see it."
            value={picture.alt}
            onChange={(alt) => onChange({ ...picture, alt })}
          />
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        aria-label={label}
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </fieldset>
  )
}

const leftOutWords = ({ name }: File, others: number): string =>
  `One picture has room here: ${name}. ${others === 1 ? 'The other file was' : `The ${others} other files were`} not taken.`
