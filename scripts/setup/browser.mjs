/** The browser without a window that renders films and opens pages in tests. */
import { existsSync } from 'node:fs'
import { SetUpError } from './failure.mjs'

// Debian's /usr/bin/chromium-headless-shell is a shell wrapper; the program itself leaves no shell behind when it is killed.
const known = {
  linux: [
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
    '/usr/bin/google-chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/**
 * @returns {string | undefined} `ANTEROOM_BROWSER`, else the first one installed
 * @throws {SetUpError} when ANTEROOM_BROWSER names no file
 */
export function findBrowser(env = process.env) {
  const chosen = env.ANTEROOM_BROWSER
  if (!chosen) return known[process.platform]?.find((path) => existsSync(path))
  if (existsSync(chosen)) return chosen
  throw new SetUpError({
    what: 'The chosen browser cannot be used.',
    why: `ANTEROOM_BROWSER is ${chosen}, and there is no such file.`,
    remedy: 'Set it to the path of a Chromium or Chrome, or unset it; then run it again.',
  })
}
