/** Where this installation keeps its data and its Node; the same answers as the hub's. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { demoFolder, type Options } from '../core/options.ts'

export function dataFolderOf(options: Options): string {
  const base = baseOf(options)
  return options.demo ? path.join(base, demoFolder) : base
}

function baseOf(options: Options): string {
  if (options.data !== undefined) return path.resolve(options.data)
  const root = path.resolve(import.meta.dirname, '..')
  if (existsSync(path.join(root, 'tsconfig.json'))) return path.join(root, '.anteroom')
  const xdg = process.env.XDG_DATA_HOME
  return path.join(xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.local/share'), 'anteroom')
}

/** The Node that runs the hub: the package brings its own, set-up says which one a clone has. */
export function nodePath(): string {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node'
  if (app.isPackaged) return path.join(process.resourcesPath, 'node', executable)
  return process.env.ANTEROOM_NODE ?? path.resolve(import.meta.dirname, '../node_modules/.bin', executable)
}
