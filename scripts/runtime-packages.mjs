/** The npm packages that a program needs when it runs: those named, and whatever they depend on. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * @param {string[]} names packages that lie in node_modules of `root`
 * @param {string} root
 * @returns {string[]} folders, relative to `root`; optional ones only where they are installed
 */
export function runtimePackages(names, root) {
  const found = new Set()
  const visit = (name, from, isOptional) => {
    const folder = resolvePackage(name, from, root)
    if (folder === undefined) {
      if (isOptional) return
      throw new Error(`The package ${name} is not installed.`)
    }
    if (found.has(folder)) return
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    for (const needed of Object.keys(dependencies)) visit(needed, folder, needed in optionalDependencies)
    for (const wanted of Object.keys(optionalDependencies)) visit(wanted, folder, true)
  }
  for (const name of names) visit(name, root, false)
  return [...found].map((folder) => relative(root, folder)).sort()
}

/** As Node looks for a package: in every node_modules on the way up. */
function resolvePackage(name, from, root) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === root || folder === dirname(folder)) return undefined
  }
}
