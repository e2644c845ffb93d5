/** How Anteroom's programs end; scripts and supervisors go by it. */

/** `ok` all well, `refused` the answer is no, `usage` used wrongly, `environment` the surroundings are at fault. */
export const exitCodes = { ok: 0, refused: 1, usage: 2, environment: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
