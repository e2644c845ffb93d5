/** What every part of the page needs to know: the clinic's zone, whether anything can be pressed, and how. */
import { createContext, useContext } from 'react'
import type { Asset } from '../../core/asset.ts'
import type { Changes } from './changes.ts'

export interface StudioWorld {
  readonly zone: string
  /** False while the hub is away: nothing can be pressed then. */
  readonly canPress: boolean
}

export interface StudioActs {
  readonly press: Changes['press']
  readonly show: (asset: Asset) => void
  readonly remove: (asset: Asset) => void
  /** Asks for a file that takes its place. */
  readonly replace: (asset: Asset) => void
  readonly replaceBy: (path: string, by: Asset) => void
  /** Asks whether a doctor agrees. */
  readonly acceptFlashes: (asset: Asset) => void
  /** Asks who has checked a film, and when. */
  readonly check: (asset: Asset) => void
  /** Takes that back. */
  readonly withdraw: (asset: Asset) => void
}

const World = createContext<StudioWorld | undefined>(undefined)
const Acts = createContext<StudioActs | undefined>(undefined)
export const WorldProvider = World.Provider
export const ActsProvider = Acts.Provider

export const useWorld = (): StudioWorld => known(useContext(World))
/** Apart from the world, and always the same: a clock that moves on must not draw a thousand cards anew. */
export const useActs = (): StudioActs => known(useContext(Acts))

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('This belongs on the studio page')
  return value
}
