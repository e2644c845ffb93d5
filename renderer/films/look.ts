/** What makes one template look like itself: how words come, how portraits are cut, and the drawing it returns to. */
import { type ComponentType, createContext, useContext } from 'react'
import type { SceneTone } from '../../core/scene.ts'

export interface Look {
  readonly pace: Pace
  /** How portraits are cut. */
  readonly cut: Cut
  readonly Art: ComponentType<ArtProps>
}

/** In frames of a thirtieth of a second; everything has come by the end of the opening. */
export interface Pace {
  /** When the first words come, and how long after it each next ones. */
  readonly start: number
  readonly each: number
  /** How long they take to come. */
  readonly takes: number
  /** From where they come, in pixels: up from below, and from the side a line ends on. */
  readonly rise: number
  readonly slide: number
}

export type Cut = 'arch' | 'round' | 'leaf' | 'sheet'

/** `open`: alone beside a title; `beside`: quieter, next to words; `close`: large, behind a single thought. */
export type View = 'open' | 'beside' | 'close'

export interface ArtProps {
  /** The room it has, in pixels; it is drawn for languages that run from left to right, and turned over for others. */
  readonly width: number
  readonly height: number
  readonly view: View
  readonly tone: SceneTone
  /** How near one stands to it beside words, 1 as it was drawn: scenes after each other would look like one. */
  readonly nearness: number
  /** How far the opening has come, 0 to 1; then it rests. */
  readonly came: number
  /** How far the parts of the scene have been told, 0 to 1; 1 where there are none. */
  readonly told: number
}

export const LookContext = createContext<Look | undefined>(undefined)

export function useLook(): Look {
  const look = useContext(LookContext)
  if (look === undefined) throw new Error('A scene belongs to a template.')
  return look
}
