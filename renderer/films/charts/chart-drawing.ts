/** How an anatomical chart is written down: fine lines for what everybody knows, areas and branches for what can light up. */
import type { RegionId } from '../../../core/anatomy.ts'

export interface ChartDrawing {
  /** Numbers of regions with two sides may point to either. */
  readonly isSymmetric: boolean
  /** Filled very quietly, under everything. */
  readonly skin: readonly string[]
  readonly hair: readonly string[]
  readonly lines: readonly Line[]
  readonly regions: Readonly<Partial<Record<RegionId, Region>>>
}

/** In units of a drawing 700 wide and 880 high, with the middle of the face at x = 0. */
export interface Line {
  readonly d: string
  readonly width: number
}

export interface Region {
  /** `area` is filled; `branch` is drawn as a line, as vessels and nerves run. */
  readonly kind: 'area' | 'branch'
  readonly paths: readonly string[]
  /** The finer ends of a branch. */
  readonly twigs?: readonly string[]
  /** Where its number points to. */
  readonly at: { readonly x: number; readonly y: number }
}

/** A path and its mirror image: faces have two sides. */
export const both = (...paths: readonly string[]): readonly string[] => [...paths, ...paths.map(mirrored)]

/** @param d commands M, C, L, Q and Z with absolute pairs of numbers */
const mirrored = (d: string): string =>
  d.replace(/(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)/g, (_, x: string, y: string) => `${-Number(x)} ${y}`)
