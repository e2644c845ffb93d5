/** Takes whoever pressed *Save* to the first field that is wrong: it may be scrolled out of sight. */

const fields = 'main :is(input, select, textarea)'

export function focusWrongField(): void {
  document.querySelector<HTMLElement>(`${fields}:is(:invalid, [aria-invalid="true"])`)?.focus()
}
