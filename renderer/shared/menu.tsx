/** A button with more buttons behind it: by pointer, by arrow keys, or by the key that stands on each of them. */
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'

export interface MenuItem {
  readonly label: string
  /** As printed on the key. */
  readonly shortcut?: string | undefined
  readonly onPress: () => void
}

export interface MenuGroup {
  readonly heading?: string
  readonly items: readonly MenuItem[]
}

interface MenuState {
  /** For whoever hears it. */
  readonly label: string
  readonly children: ReactNode
  readonly groups: readonly MenuGroup[]
  readonly isOff?: boolean
  readonly shortcut?: string
}

export function Menu({ label, children, groups, isOff = false, shortcut }: MenuState): ReactElement {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const follow = () => place(list, trigger)
    follow()
    itemsOf(list)[0]?.focus({ preventScroll: true })
    addEventListener('scroll', follow, true)
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow, true)
      removeEventListener('resize', follow)
    }
  }, [isOpen])

  const choose = ({ onPress }: MenuItem) => {
    list.current?.hidePopover()
    // A dialog that opens now gives the focus back to where it was.
    trigger.current?.focus({ preventScroll: true })
    onPress()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    // The page's own keys are for the page.
    event.stopPropagation()
    if (key === 'Tab') return list.current?.hidePopover()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const item = groups.flatMap(({ items }) => items).find(({ shortcut: own }) => own === key.toUpperCase())
    if (item !== undefined) {
      event.preventDefault()
      return choose(item)
    }
    const all = itemsOf(list)
    const next = neighbour(key, all.indexOf(document.activeElement as HTMLElement), all.length)
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="action action-quiet menu-opener"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        disabled={isOff}
      >
        {children}
        {shortcut !== undefined && <span className="key" data-key={shortcut} />}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className="menu"
        role="menu"
        aria-label={label}
        data-open={isOpen}
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {isOpen &&
          groups.map(({ heading, items }) => (
            <fieldset key={heading ?? ''} aria-label={heading}>
              {heading !== undefined && (
                <p className="menu-heading" role="presentation">
                  {heading}
                </p>
              )}
              {items.map((item) => (
                <button
                  key={item.label}
                  type="button"
                  role="menuitem"
                  className="menu-item"
                  aria-keyshortcuts={item.shortcut}
                  onClick={({ detail }) => detail < 2 && choose(item)}
                >
                  <span>{item.label}</span>
                  {item.shortcut !== undefined && <span className="key" data-key={item.shortcut} />}
                </button>
              ))}
            </fieldset>
          ))}
      </div>
    </>
  )
}

const itemsOf = (list: RefObject<HTMLElement | null>) => [
  ...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
]

function neighbour(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count
    case 'ArrowUp':
      return (current - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

const marginPx = 8

/** Below its button, or above where there is more room; never beyond the window. */
function place(list: RefObject<HTMLElement | null>, trigger: RefObject<HTMLElement | null>): void {
  if (list.current === null || trigger.current === null) return
  const { style, offsetWidth: width, scrollHeight: height } = list.current
  const button = trigger.current.getBoundingClientRect()
  const below = innerHeight - button.bottom - 2 * marginPx
  const above = button.top - 2 * marginPx
  const isBelow = height <= below || below >= above
  const shownHeight = Math.min(height + 2, isBelow ? below : above)
  style.maxHeight = `${shownHeight}px`
  style.top = `${isBelow ? button.bottom + marginPx / 2 : button.top - shownHeight - marginPx / 2}px`
  style.left = `${Math.max(marginPx, Math.min(button.right - width, innerWidth - width - marginPx))}px`
}
