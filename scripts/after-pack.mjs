/** What electron-builder's own lists cannot say; it calls this when the application's folder is laid out. */
import { createHash } from 'node:crypto'
import { cp, link, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runtimePackages } from './runtime-packages.mjs'
import { root } from './setup/place.mjs'

/** What the workers load by name: the film renderer and the picture library, with programs of their own inside. */
const loadedByWorkers = ['@remotion/renderer', 'sharp']

/** @param {{ appOutDir: string, packager: { getResourcesDir: (folder: string) => string } }} context */
export default async function finish({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir)
  // The kiosk shows the pages out of the archive, whose content is checked; the hub serves them and cannot read there.
  // (A file listed under extraResources would be left out of the archive.)
  await cp(join(root, 'build', 'pages'), join(resources, 'app.asar.unpacked', 'build', 'pages'), { recursive: true })
  for (const name of ['films', 'film-sound']) {
    await cp(join(root, 'build', name), join(resources, 'app.asar.unpacked', 'build', name), { recursive: true })
  }
  await shareTypefaces(join(resources, 'app.asar.unpacked', 'build'))
  for (const folder of runtimePackages(loadedByWorkers, root)) {
    const target = join(resources, 'app.asar.unpacked', folder)
    // A package's own packages are in the list by themselves where they are needed.
    const isOwn = (source) => !source.slice(join(root, folder).length).includes('node_modules')
    await cp(join(root, folder), target, { recursive: true, filter: isOwn })
  }
  // The runtime's own, which a packaged application does not start from.
  for (const file of [join(resources, 'default_app.asar'), join(appOutDir, '.anteroom-manifest.json')]) {
    await rm(file, { force: true })
  }
}

/** Pages and films have the same typefaces under other names: on the disk each is there once. */
async function shareTypefaces(build) {
  const listed = async (folder) =>
    (await readdir(folder)).filter((name) => name.endsWith('.woff2')).map((name) => join(folder, name))
  const hashOf = async (file) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  const ofPages = await listed(join(build, 'pages', 'assets'))
  const known = new Map(await Promise.all(ofPages.map(async (file) => [await hashOf(file), file])))
  for (const file of await listed(join(build, 'films'))) {
    const same = known.get(await hashOf(file))
    if (same === undefined) continue
    await rm(file)
    await link(same, file)
  }
}
