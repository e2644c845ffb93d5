/** The few signs of the page, drawn with one pen. */
import type { ReactElement } from 'react'

const paths = {
  play: 'M8 5.5v13l11-6.5z',
  pause: 'M9 5.5v13M15 5.5v13',
  redo: 'M15 5l5 5-5 5M19.5 10H10a5 5 0 0 0 0 10h3',
  replace: 'M4 9a8 8 0 0 1 14.3-3M20 4v5h-5M20 15a8 8 0 0 1-14.3 3M4 20v-5h5',
  delete: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  print: 'M7 8V4h10v4M7 17H4.5V8.5h15V17H17M7 13.5h10V20H7z',
  close: 'M6 6l12 12M18 6L6 18',
  retry: 'M20 12a8 8 0 1 1-2.6-5.9M20 3.5V8h-4.5',
  add: 'M12 4v16M4 12h16',
  phone: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM10.5 18h3',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.3 15.3L20 20',
  video: 'M4 6h12v12H4zM16 10.5l4.5-2.5v8L16 13.5',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5L20 18M15.5 9.5h.01',
  explainer: 'M6 4h12v16H6zM9 8.5h6M9 12h6M9 15.5h4',
  document: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4',
  off: 'M4 5h16v11.5H4zM9 20h6M12 16.5V20M9.5 8.5l5 5M14.5 8.5l-5 5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  undo: 'M9 5L4 10l5 5M4.5 10H14a5 5 0 0 1 0 10h-3',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  unfold: 'M6 9.5l6 6 6-6',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  list: 'M4 7h10M4 12h10M4 17h6M17 13v6l4-3z',
  folder: 'M3.5 6.5h6l2 2.5h9v10h-17z',
  text: 'M5 6.5h14M12 6.5V18',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  back: 'M11 5l-7 7 7 7M4.5 12H20',
  forth: 'M13 5l7 7-7 7M19.5 12H4',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  mute: 'M4 9.5h3.5L12 6v12l-4.5-3.5H4zM16 9.5l5 5M21 9.5l-5 5',
  urgent: 'M12 4L2.5 20h19zM12 10v5M12 17.5h.01',
  drop: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14',
} as const
export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  const isFilled = name === 'play'
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
