/** What electron-builder's own lists cannot say; it calls this when the application's folder is laid out. */
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './setup/place.mjs'

/** @param {{ appOutDir: string, packager: { getResourcesDir: (folder: string) => string } }} context */
export default async function finish({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir)
  // The kiosk shows the pages out of the archive, whose content is checked; the hub serves them and cannot read there.
  // (A file listed under extraResources would be left out of the archive.)
  await cp(join(root, 'build', 'pages'), join(resources, 'app.asar.unpacked', 'build', 'pages'), { recursive: true })
  // The runtime's own, which a packaged application does not start from.
  for (const file of [join(resources, 'default_app.asar'), join(appOutDir, '.anteroom-manifest.json')]) {
    await rm(file, { force: true })
  }
}
