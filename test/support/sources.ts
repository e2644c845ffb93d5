/** The project's own source files, and what they import: for tests that look at the structure. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './place.ts'

export interface Source {
  /** Relative to the project, with `/`. */
  readonly file: string
  readonly text: string
  /** As written: `../core/loop.ts`, `zod`, `node:path`. */
  readonly imports: readonly string[]
}

const isCode = (name: string) => /\.(c|m)?(t|j)sx?$/.test(name)
const isText = (name: string) => isCode(name) || /\.(css|html)$/.test(name)

/** Every text file below these folders of the project. */
export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter(isText)
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .sort()
      .map((file) => {
        const text = readFileSync(path.join(projectRoot, file), 'utf8')
        return { file, text, imports: isCode(file) ? importsOf(text) : [] }
      }),
  )
}

/** Code without its comments; what stands in quotes stays. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

function importsOf(text: string): readonly string[] {
  const pattern =
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm
  return [...withoutComments(text).matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** The files of the project that a source imports. */
export const filesImportedBy = ({ file, imports }: Source): readonly string[] =>
  imports
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.join(path.posix.dirname(file), name.replace(/\?.*$/, '')))

/** The packages that a source imports, without paths inside them. */
export const packagesImportedBy = ({ imports }: Source): readonly string[] =>
  imports
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )

export const isProjectFile = (file: string): boolean => existsSync(path.join(projectRoot, file))
