/** Bundles the templates of explainers into build/films, unless they are there already from these very sources. */
import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const entry = 'renderer/films/explainers.tsx'

/**
 * @param {string} root the project
 * @param {string} out the folder of the bundle; its file `identity` names everything that went into it
 */
export async function buildFilms(root, out, esbuild) {
  const identity = await identityOf(root, esbuild)
  const identityFile = path.join(out, 'identity')
  if ((await readFile(identityFile, 'utf8').catch(() => '')) === identity) return
  const { bundle } = await import('@remotion/bundler')
  const making = `${out}.new`
  await rm(making, { recursive: true, force: true })
  await bundle({
    entryPoint: path.join(root, entry),
    outDir: making,
    // Six times as fast as webpack.
    rspack: true,
    enableCaching: false,
    // Half of the bundle, and of no use to the renderer.
    bundlerOverride: (config) => ({ ...config, devtool: false }),
  })
  await writeFile(path.join(making, 'identity'), identity)
  await rm(out, { recursive: true, force: true })
  await rename(making, out)
}

/** Of every file that reaches the bundle, typefaces included, and of the renderer: films of another identity are made anew. */
async function identityOf(root, esbuild) {
  const { metafile } = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    treeShaking: true,
    outdir: 'unused',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'file' },
  })
  // What is imported and not used changes no film.
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  )
  const hash = createHash('sha256')
  for (const input of [...new Set([...used, 'node_modules/@remotion/renderer/package.json'])].sort()) {
    hash.update(`${input}\n`).update(await readFile(path.join(root, input)))
  }
  return hash.digest('hex')
}
