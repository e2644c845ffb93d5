/** Tables for spreadsheets: RFC 4180, and nothing that computes. */

/** @param cells of one line, without its line break yet */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A cell that begins like a formula is one to a spreadsheet. Source: OWASP, CSV Injection */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
