/** What the build wrote into this program: its version and when it was built. */
declare const __ANTEROOM_VERSION__: string
declare const __ANTEROOM_BUILT__: number

export const version = __ANTEROOM_VERSION__
/** Milliseconds since 1970 UTC: a clock that is behind this is wrong. */
export const builtAtMs = __ANTEROOM_BUILT__
