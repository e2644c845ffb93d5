/** Finds the browser without a window that renders films. */
import { existsSync } from 'node:fs'

// Debian's /usr/bin/chromium-headless-shell is a shell wrapper; the program itself leaves no shell behind when it is killed.
// scripts/setup/browser.mjs knows the same places: set-up runs before anything of the hub can.
const known: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
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

/** The one named in ANTEROOM_BROWSER, and no other; else the first one installed. */
export function findBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  const chosen = environment.ANTEROOM_BROWSER
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : undefined
  return known[process.platform]?.find((file) => existsSync(file))
}
