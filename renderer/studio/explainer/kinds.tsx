/** The kinds of scenes by name, with a sign and a sentence each, and how an empty one begins. */
import type { ReactElement } from 'react'
import type { CardKind, CardScene } from './film-draft.ts'

interface Kind<Name extends CardKind> {
  readonly name: string
  /** What it is good for. */
  readonly note: string
  /** Drawn with one pen on 24 by 24. */
  readonly sign: string
  readonly empty: Extract<CardScene, { readonly kind: Name }>
}

const noPicture = { src: '', file: '', alt: '' } as const

/** In the order they are offered. */
export const kinds: { readonly [Name in CardKind]: Kind<Name> } = {
  text: {
    name: 'Sentences',
    note: 'One thought in one to three sentences, with a picture if you like.',
    sign: 'M5 7h14M5 11h14M5 15h9',
    empty: { kind: 'text', heading: '', paragraphs: [''] },
  },
  points: {
    name: 'Points',
    note: 'A short list in no particular order.',
    sign: 'M9 7h10M9 12h10M9 17h10M5 7h.01M5 12h.01M5 17h.01',
    empty: { kind: 'points', heading: '', points: ['', ''] },
  },
  steps: {
    name: 'Steps',
    note: 'What happens, one after the other; each lights up in turn.',
    sign: 'M4 6.2l1.5-1V10M10 7.5h10M4 14.3c.4-1.6 3-1.4 2.6.3C6.3 15.9 4 17 4 18.5h3M10 16.5h10',
    empty: { kind: 'steps', heading: '', steps: ['', ''] },
  },
  note: {
    name: 'Pause',
    note: 'One large thought between two scenes.',
    sign: 'M9 5.5v13M15 5.5v13',
    empty: { kind: 'note', heading: '', note: '' },
  },
  callout: {
    name: 'Call to act',
    note: 'Ask us, take care, or call us at once.',
    sign: 'M4 10v4h3l6 4.5v-13L7 10zM16.5 9a4 4 0 0 1 0 6',
    empty: { kind: 'callout', heading: '', urgency: 'ask', text: '' },
  },
  checklist: {
    name: 'Checklist',
    note: 'What to tell us before we start.',
    sign: 'M4 6.5l1.5 1.5L8.5 5M4 15.5L5.5 17l3-3M12 7h8M12 16h8',
    empty: { kind: 'checklist', heading: '', items: ['', ''] },
  },
  picture: {
    name: 'Picture',
    note: 'One picture, with a line under it.',
    sign: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5L20 18M15.5 9.5h.01',
    empty: { kind: 'picture', heading: '', picture: noPicture },
  },
  timeline: {
    name: 'Stages',
    note: 'Days or weeks in a row, with the care at each.',
    sign: 'M3 12h18M6.5 9.5v5M12 9.5v5M17.5 9.5v5',
    empty: {
      kind: 'timeline',
      heading: '',
      stages: [
        { when: '', text: '' },
        { when: '', text: '' },
      ],
    },
  },
  chart: {
    name: 'Chart',
    note: 'A drawing of face or neck on which places light up.',
    sign: 'M12 3.5c4 0 6 3 6 6.5 0 4.5-3 9.5-6 9.5s-6-5-6-9.5c0-3.5 2-6.5 6-6.5zM9.5 10h.01M14.5 10h.01M10 15c1.3.8 2.7.8 4 0',
    empty: { kind: 'chart', heading: '', chart: 'face', regions: [{ region: 'lips', text: '' }] },
  },
  sides: {
    name: 'Two sides',
    note: 'For and against, or two ways beside each other.',
    sign: 'M12 5v14M4 8h5M4 12h5M4 16h3M15 8h5M15 12h5M15 16h3',
    empty: { kind: 'sides', heading: '', sides: [{ points: [''] }, { points: [''] }] },
  },
  numbers: {
    name: 'Numbers',
    note: 'Up to three figures, each with what it counts.',
    sign: 'M5 9l2-1.5V17M11 9.5c0-3 5-2.5 4 .5-.6 1.800-4 4-4 7h5M19 8.5v8',
    empty: { kind: 'numbers', heading: '', numbers: [{ value: '', label: '' }] },
  },
  people: {
    name: 'People',
    note: 'Who does what, with a portrait if you like.',
    sign: 'M9 10a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM3.5 19c0-3.5 2.5-5.5 5.5-5.5s5.5 2 5.5 5.5M16 5.5a2.5 2.5 0 0 1 0 4.800M17 13.800c2 .6 3.5 2.400 3.5 5.200',
    empty: { kind: 'people', heading: '', people: [{ role: '' }] },
  },
  terms: {
    name: 'Offer',
    note: 'Until when it holds, and what it depends on.',
    sign: 'M4 12l8-8h7v7l-8 8zM15.5 8.5h.01',
    empty: { kind: 'terms', heading: '', terms: [''] },
  },
  code: {
    name: 'QR code',
    note: 'An address that phones can open.',
    sign: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5zM19 14h1',
    empty: { kind: 'code', heading: '', url: '' },
  },
}

export const kindNames = Object.keys(kinds) as readonly CardKind[]

export function KindSign({ kind, size = 24 }: { readonly kind: CardKind; readonly size?: number }): ReactElement {
  return (
    <svg className="kind-sign" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={kinds[kind].sign}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
