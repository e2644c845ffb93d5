/** What `render` makes a film of: an explainer in the wanted language with its pictures, and the clinic's brand. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type BrandResult, parseBrand } from '../core/brand.ts'
import {
  type Explainer,
  type ExplainerResult,
  inOrder,
  noExplainer,
  parseExplainer,
  placedProblemText,
  wantsToBeFilm,
} from '../core/explainer.ts'
import { type Brand, defaultBrand } from '../core/theme.ts'
import { readLogo } from './brand-logo.ts'
import { brandFile } from './content-folder.ts'
import { codeOf, reasonOf } from './fault.ts'
import { FilmPictures, type Illustrated } from './film-pictures.ts'
import { judge, receive } from './intake-worker/judge.ts'

export type Source =
  | { readonly ok: true; readonly explainer: Explainer; readonly brand: Brand }
  | { readonly ok: false; readonly lines: readonly string[] }

interface Wanted {
  readonly file: string
  /** Another language than that of the file: its variant beside it, `NAME.es.md`. */
  readonly locale: string | undefined
  /** Where the brand is, and as a rule the explainer. */
  readonly content: string
  /** A folder that may be emptied at any time. */
  readonly scratch: string
}

export async function readSource({ file, locale, content, scratch }: Wanted): Promise<Source> {
  const read = await readExplainer(file, { content, scratch })
  if (!read.ok) return read
  const isOther = locale !== undefined && read.explainer.locale !== locale
  const variant = file.replace(/\.md$/i, `.${locale}.md`)
  const chosen = isOther ? await readExplainer(variant, { content, scratch }) : read
  if (!chosen.ok) return chosen
  const illustrated = await illustratedAt(isOther ? variant : file, chosen.explainer, { content, scratch })
  if (!illustrated.ok) return refused([`${file} cannot become a film:`, ...illustrated.problems.map(placedProblemText)])
  const brand = await readBrand(content)
  if (!brand.ok) return refused([`${brandFile} cannot be used:`, ...brand.problems.map(placedProblemText)])
  return { ok: true, explainer: illustrated.explainer, brand: brand.brand }
}

/** An explainer with its pictures, by this process itself. */
export function illustratedAt(
  file: string,
  explainer: Explainer,
  { content, scratch }: Pick<Wanted, 'content' | 'scratch'>,
): Promise<Illustrated> {
  const { pictures, relative } = picturesBeside(file, { content, scratch })
  return pictures.illustrate(relative, explainer)
}

/** What is wrong with an explainer that is no film yet: in its text, and with the pictures it names all the same. */
export async function brokenAt(
  file: string,
  { problems, pictures: named }: Extract<ExplainerResult, { readonly ok: false }>,
  where: Pick<Wanted, 'content' | 'scratch'>,
): Promise<readonly string[]> {
  const { pictures, relative } = picturesBeside(file, where)
  return inOrder([...problems, ...(await pictures.missing(relative, named))]).map(placedProblemText)
}

function picturesBeside(file: string, { content, scratch }: Pick<Wanted, 'content' | 'scratch'>) {
  const root = isInside(content, file) ? content : path.dirname(path.resolve(file))
  const relative = path.relative(root, path.resolve(file)).split(path.sep).join('/')
  const { signal } = new AbortController()
  const pictures = new FilmPictures(root, scratch, {
    receive: (what) => receive(what, () => {}, signal),
    judge: (task) => judge(task, () => {}, signal),
  })
  return { pictures, relative }
}

type ReadExplainer =
  | { readonly ok: true; readonly explainer: Explainer }
  | { readonly ok: false; readonly lines: readonly string[] }

async function readExplainer(file: string, where: Pick<Wanted, 'content' | 'scratch'>): Promise<ReadExplainer> {
  try {
    const text = await readFile(file, 'utf8')
    if (!wantsToBeFilm(text)) return refused([`${file} is no explainer.`, noExplainer])
    const parsed = parseExplainer(text, path.basename(file))
    return parsed.ok
      ? { ok: true, explainer: parsed.explainer }
      : refused([`${file} cannot become a film:`, ...(await brokenAt(file, parsed, where))])
  } catch (cause) {
    return refused([
      codeOf(cause) === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${reasonOf(cause)}).`,
    ])
  }
}

async function readBrand(content: string): Promise<BrandResult> {
  const text = await readFile(path.join(content, brandFile), 'utf8').catch(() => undefined)
  const parsed: BrandResult = text === undefined ? { ok: true, brand: defaultBrand } : parseBrand(text)
  const logo = await readLogo(content)
  return parsed.ok && logo.kind === 'logo' ? { ok: true, brand: { ...parsed.brand, logo: logo.logo } } : parsed
}

const isInside = (folder: string, file: string): boolean => {
  const relative = path.relative(path.resolve(folder), path.resolve(file))
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}

const refused = (lines: readonly string[]) => ({ ok: false, lines }) as const
