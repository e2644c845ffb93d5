/** What a set-up step says when it cannot go on: what failed, why, and what the reader can do about it. */

export class SetUpError extends Error {
  name = 'SetUpError'

  /**
   * @param {{ what: string, why: string, remedy: string }} told three sentences for someone who has never seen the code
   * @param {ErrorOptions} [options]
   */
  constructor({ what, why, remedy }, options) {
    super(`${what}\n  Why: ${why}\n  What to do: ${remedy}`, options)
    this.what = what
    this.why = why
    this.remedy = remedy
  }
}

/** A file-system fault in plain words, or undefined when the error is of another kind. */
export function explainFileFault(error, folder) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        why: `The disk (or your quota) is full where ${folder} is.`,
        remedy: 'Free some space, then run it again.',
      }
    case 'EACCES':
    case 'EPERM':
      return {
        why: `You may not write to ${error.path ?? folder}. Often an earlier run as root made it.`,
        remedy: `Make it yours, for example: sudo chown -R "$(id -un)" '${folder}'   Then run it again.`,
      }
    case 'EROFS':
      return { why: `${folder} is on a read-only disk.`, remedy: 'Use a folder on a writable disk, then run it again.' }
    default:
      return undefined
  }
}

/** Exit code of every command whose set-up could not be finished. */
const setUpFailed = 3

/** Ends a command whose set-up failed: in sentences, or with the stack of a real bug. */
export function exitWithFailure(thrown) {
  const fault = explainFileFault(thrown, thrown.path ?? 'this folder')
  const error = fault ? new SetUpError({ what: 'A file could not be written.', ...fault }) : thrown
  if (!(error instanceof SetUpError)) throw error
  process.stderr.write(
    `\nSet-up stopped. ${error.message}\n  What is done stays done: the same command carries on from here.\n`,
  )
  process.exit(setUpFailed)
}
