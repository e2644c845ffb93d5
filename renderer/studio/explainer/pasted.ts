/** What was copied from Word or a web page, as plain lines: its words and its lists stay, everything else is left behind. */

/** A bullet or a number in front of a point, as Word and web pages write them into plain text. */
const bullet = /^\s*(?:[•·▪◦‣●○■□–—*-]|o(?=\t)|\(?(?:\d{1,2}|[a-z])[.)])[\s\u00a0]+/u
const blocks =
  'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, tr, dt, dd, section, article, header, footer, ul, ol, table, pre'

/** @returns the lines with words in them, without signs of lists; one line when it is only a few words */
export function linesOf(data: Pick<DataTransfer, 'getData'>): readonly string[] {
  const html = data.getData('text/html')
  const text = html === '' ? data.getData('text/plain') : textOf(html)
  return text
    .normalize('NFC')
    .split(/[\r\n\v\f\u2028\u2029]+/)
    .map((line) => tidy(line.replace(bullet, '')))
    .filter((line) => line !== '')
}

/** Soft hyphens, byte order marks and joiners of Word are seen by nobody and break words on the TV. */
const tidy = (line: string): string =>
  line
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Parsed apart from this page: nothing in it runs, nothing is fetched. */
function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const one of body.querySelectorAll('style, script, title, meta, [style*="mso-list:Ignore" i]')) one.remove()
  for (const one of body.querySelectorAll('br')) one.replaceWith('\n')
  // What is a line in the source only is none on the page.
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeValue !== '\n') node.nodeValue = (node.nodeValue ?? '').replace(/\s+/g, ' ')
  }
  // A row is one line: "Day 1: rest". A table in a table has been read by then.
  for (const row of [...body.querySelectorAll('tr')].reverse()) {
    const [first, ...more] = [...row.cells].map((cell) => tidy(cell.textContent ?? '')).filter((words) => words !== '')
    if (first !== undefined)
      row.replaceChildren([first.replace(/:$/, ''), more.join(', ')].filter((part) => part !== '').join(': '))
  }
  for (const one of body.querySelectorAll(blocks)) {
    one.before('\n')
    one.after('\n')
  }
  return body.textContent ?? ''
}
