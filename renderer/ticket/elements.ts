/** Builds the page's elements: text is always text, never markup. */

type Child = Node | string | false | undefined

interface Properties {
  readonly class?: string
  readonly dir?: 'auto' | 'ltr'
  /** What the focus is given back by when the page is drawn anew. */
  readonly name?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly onPress?: () => void
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  properties: Properties,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(tag)
  if (properties.class !== undefined) made.className = properties.class
  if (properties.dir !== undefined) made.dir = properties.dir
  if (properties.name !== undefined) made.dataset.name = properties.name
  for (const [name, value] of Object.entries(properties.attributes ?? {})) made.setAttribute(name, value)
  const { onPress } = properties
  if (onPress !== undefined) made.addEventListener('click', onPress)
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false))
  return made
}

export const button = (name: string, look: 'first' | 'plain' | 'quiet', text: string, onPress: () => void) =>
  element('button', { class: look, name, onPress, attributes: { type: 'button' } }, text)

/** Puts new content in place of the old; the focus stays on what has the same name. */
export function draw(place: HTMLElement, ...children: readonly Child[]): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.name : undefined
  place.replaceChildren(...children.filter((child): child is Node | string => child !== undefined && child !== false))
  if (focused === undefined) return
  for (const one of place.querySelectorAll<HTMLElement>('[data-name]')) if (one.dataset.name === focused) one.focus()
}
