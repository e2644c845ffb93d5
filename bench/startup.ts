/** How soon the wall shows the scheduled item, beside the first paint of a bare Electron window in the same run. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { Measured } from './index.ts'
export async function startup(): Promise<Measured> {
  throw new Error('not yet')
}
