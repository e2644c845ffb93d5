/** A folder shown at another place through FUSE: like a network drive, it says nothing when a file behind it changes. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** @returns what ends it; a moment's use does not hinder it */
export function bindMount(behind: string, shown: string): () => void {
  execFileSync('bindfs', ['--no-allow-other', behind, shown], { timeout: 10_000 })
  return () => void spawnSync('fusermount', ['-uz', shown], { timeout: 10_000 })
}

/** Why nothing can be mounted here; undefined when it can. */
export function whyNoBindMount(): string | undefined {
  const [behind, shown] = ['behind', 'shown'].map((name) => mkdtempSync(path.join(tmpdir(), `anteroom-${name}-`))) as [
    string,
    string,
  ]
  try {
    bindMount(behind, shown)()
    return undefined
  } catch (cause) {
    return `bindfs cannot mount here: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`
  } finally {
    rmSync(behind, { recursive: true, force: true })
    rmSync(shown, { recursive: true, force: true })
  }
}
