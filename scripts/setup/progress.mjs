/** One line for each set-up step: live on a terminal, a start and a done line in a log. */

/**
 * @param {NodeJS.WriteStream} stream standard error for a command whose standard output belongs to someone else
 */
export function createProgress(stream = process.stdout) {
  const isLive = Boolean(stream.isTTY)
  return {
    /** Whether anybody sees a step while it runs: finding out how far it is costs something. */
    isLive,
    /** A fact that is no step of its own. */
    note: (text) => void stream.write(`${text}\n`),
    /** Begins a step; the caller ends it with `done`, or with `failed` before throwing. */
    step: (what, expected) => {
      const startedMs = performance.now()
      const head = `Set-up: ${what}`
      const draw = (text) => stream.write(`\r${text.slice(0, (stream.columns || 80) - 1)}\x1b[K`)
      if (isLive) draw(`${head} …`)
      else stream.write(`${head}${expected ? ` (${expected})` : ''} …\n`)
      const close = (text) => void stream.write(isLive ? `\r${text}\x1b[K\n` : `${text}\n`)
      return {
        /** How far it is; told on a terminal only. */
        at: (text) => void (isLive && draw(`${head} ${text}`)),
        done: (result) => close(`${head}: ${result}, ${seconds(performance.now() - startedMs)}`),
        failed: (reason = 'failed') => close(`${head}: ${reason}, ${seconds(performance.now() - startedMs)}`),
      }
    },
  }
}

const seconds = (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`)

/** Bytes as people say them, in powers of ten. */
export function size(bytes) {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`
  return bytes >= 1e7 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e6).toFixed(1)} MB`
}

export const percent = (part, whole) => `${Math.min(100, Math.floor((100 * part) / whole))} %`
