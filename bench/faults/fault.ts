/** What a fault is here: something that is done to the product so many times, and what must not come of it. */

export interface Round {
  /** By name: how often it happened. All but the first are to stay 0. */
  readonly counts: Readonly<Record<string, number>>
  /** What was measured each time, milliseconds. */
  readonly samples: readonly number[]
  readonly failed: boolean
}

export interface Fault {
  readonly what: string
  /** How often, for a release. */
  readonly times: number
  /** How often in one round, which is what can be repeated by its seed. */
  readonly aRound: number
  readonly run: (seed: number) => Promise<Round>
  readonly judge: (samples: readonly number[]) => { readonly text: string; readonly isMet: boolean }
}
