/** Where things lie: the clone itself, and what is kept for every clone in the user's cache folder. */
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's own folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** `$XDG_CACHE_HOME/anteroom`, else `~/.cache/anteroom`. A relative XDG_CACHE_HOME is ignored, as its specification says. */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : join(homedir(), '.cache')
  return join(base, 'anteroom')
}

/** The set-up's own scratch in the clone; git does not see it. */
export const scratchFolder = (project = root) => join(project, '.cache')

/**
 * The folder a command was typed in; paths on its command line start there. npm runs scripts in the project's own folder and
 * keeps the first one in INIT_CWD, which a script started by another script's tests inherits: hence the name.
 *
 * @param {string} command the npm script's name
 */
export const typedIn = (command, env = process.env) =>
  (env.npm_lifecycle_event === command && env.INIT_CWD) || process.cwd()
