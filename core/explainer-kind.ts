/** What an explainer is about, as its `kind:` says. */

export const explainerKinds = ['welcome', 'queue', 'privacy', 'closing', 'treatment', 'offer'] as const
export type ExplainerKind = (typeof explainerKinds)[number]

/** Nothing in them could harm a patient who believes it: they play at once. */
export const harmlessKinds: readonly ExplainerKind[] = ['welcome', 'queue', 'privacy', 'closing']
