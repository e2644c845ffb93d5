/** What stops the hub from starting, in a sentence for the person in front of it. */

/** The surroundings do not let the hub run; it ends with exit code 3. */
export class EnvironmentFault extends Error {
  override readonly name = 'EnvironmentFault'
}

export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined

/** Why a folder cannot be used, as the end of a sentence that begins with its name. */
export function folderTroubleOf(cause: unknown): string {
  switch (codeOf(cause)) {
    case 'ENOENT':
      return 'is not there'
    case 'ENOTDIR':
      return 'is a file, not a folder'
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user'
    default:
      return `cannot be read (${reasonOf(cause)})`
  }
}
