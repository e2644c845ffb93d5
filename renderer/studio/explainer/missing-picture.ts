/** What stands in the preview where a film names a picture that is not there. */

export const notThere = (file: string): string => `This picture is not there: ${file}`

/** Letters in a line, and lines: what is seen of it in any cut. */
const [wide, most] = [24, 4]

/** As the source of a picture that has none: a quiet sheet that says which one it is. @param isMissing else the hub is still looking at it */
export function missingSheet(file: string, isMissing: boolean): string {
  const letters = [...file]
  const name = Array.from({ length: Math.ceil(letters.length / wide) }, (_, at) =>
    letters.slice(at * wide, (at + 1) * wide).join(''),
  )
  const shown = name.length > most ? [...name.slice(0, most - 1), `… ${name.at(-1)}`] : name
  const words = [isMissing ? 'This picture is not there:' : 'This picture cannot be shown yet:', ...shown]
  const lines = words.map(
    (line, at) => `<text x="500" y="${500 + (at - (words.length - 1) / 2) * 66}">${safe(line)}</text>`,
  )
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000"><rect width="1000" height="1000" fill="#e4e2dd"/><g font-family="sans-serif" font-size="48" fill="#3d3a36" text-anchor="middle" dominant-baseline="middle">${lines.join('')}</g></svg>`
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sheet)}`
}

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
