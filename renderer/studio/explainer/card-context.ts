/** What every field of a card needs to know: what is wrong in it, and where pictures come from. */
import { createContext, useContext } from 'react'

export interface CardWorld {
  /** What is wrong in a field, by its place: `points.2`. */
  readonly problemAt: (at: string) => string | undefined
  /** In a translation, what stands there in the original. */
  readonly originalAt?: (at: string) => string | undefined
}

export interface PictureWorld {
  /** What a browser can show of a file, as it is written in the text; empty when there is nothing to show. */
  readonly sourceOf: (file: string) => string
  /** Whether there is no such file at all: one that is being looked at is on its way. */
  readonly isMissing: (file: string) => boolean
  /** @returns as it is to be written in the text; nothing when it was refused, which has been said */
  readonly add: (file: File) => Promise<string | undefined>
}

const World = createContext<CardWorld>({ problemAt: () => undefined })
const Pictures = createContext<PictureWorld>({ sourceOf: () => '', isMissing: () => false, add: async () => undefined })
export const CardProvider = World.Provider
export const PictureProvider = Pictures.Provider

export const useCard = (): CardWorld => useContext(World)
export const usePictures = (): PictureWorld => useContext(Pictures)
