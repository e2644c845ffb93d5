/** Below the first lines of a very long list: as many again, when somebody asks for them. */
import type { ReactElement } from 'react'
import { Action } from '../../shared/action.tsx'

interface MoreState {
  /** How many lines there are, and how many of them are shown. */
  readonly all: number
  readonly most: number
  readonly onMore: (most: number) => void
}

export function MoreLines({ all, most, onMore }: MoreState): ReactElement | null {
  const rest = all - most
  if (rest <= 0) return null
  return (
    <p className="more">
      <Action onPress={() => onMore(most * 2)}>{`Show ${Math.min(rest, most)} more of ${rest}`}</Action>
    </p>
  )
}
