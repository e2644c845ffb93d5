/** The films with words that nobody has saved yet. What stands in the folder by now is no such film: the hub is asked first. */
import { useCallback, useEffect, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { fileAt, newsOf } from './film-file.ts'
import { forgetSaved, type UnsavedFilm, unsavedFilms } from './kept-film.ts'

/** A share may take its time. Unsaved words that are not shown are worse than saved ones that are. */
const patienceMs = 1_000

interface UnsavedList {
  readonly films: readonly UnsavedFilm[]
  /** Again, after this page has changed something in them. */
  readonly look: () => void
}

export function useUnsavedFilms(assets: readonly Asset[]): UnsavedList {
  const [films, setFilms] = useState(unsavedFilms)
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const look = useCallback(() => setFilms(unsavedFilms()), [])
  useEffect(() => {
    // Written in another tab, or before somebody went back to this page.
    const news = ['storage', 'pageshow', 'focus'] as const
    for (const name of news) window.addEventListener(name, look)
    return () => {
      for (const name of news) window.removeEventListener(name, look)
    }
  }, [look])

  // Not their words: whoever types in another tab would have each of them asked about.
  const news = JSON.stringify(films.map(({ path }) => [path, newsOf(assets.find((one) => one.path === path))]))
  useEffect(() => {
    const paths = (JSON.parse(news) as [string, string][]).map(([path]) => path)
    const tell = (told: readonly string[]) => setAsked((before) => new Set([...before, ...told]))
    let isOver = false
    const timer = setTimeout(() => tell(paths), patienceMs)
    for (const path of paths) {
      // Where the hub is away, nobody knows better than this computer.
      void fileAt(path)
        .catch(() => undefined)
        .then((there) => {
          if (isOver) return
          if (there !== undefined) forgetSaved(path, there.text)
          look()
          tell([path])
        })
    }
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [look, news])
  return { films: films.filter(({ path }) => asked.has(path)), look }
}
