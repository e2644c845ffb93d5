/** How far the words and drawings of a scene stand apart: layout reckons with it, and renderer/films draws with it. */

/** Distances in pixels, the same ones in the style sheet's inline values. */
export const spacing = {
  lead: 36,
  list: 50,
  /** Two paddings and a rule between two entries. */
  ruled: { padding: 21, rule: 3 },
  steps: { before: 60, between: 44, indent: 160 },
  checklist: { indent: 126 },
  stages: { before: 58, between: 44, when: { landscape: 400, portrait: 780 }, path: { landscape: 150, portrait: 132 } },
  care: { before: 14, indent: 92 },
  regions: { before: 50, between: 32, indent: 116 },
  sides: { before: 54, padding: 56, label: 34, between: 26, indent: 76, gutter: 52 },
  figures: { before: 64, between: 48, value: 720, gutter: 60, label: 20 },
  people: {
    before: 60,
    between: 46,
    gutter: 56,
    medallion: [0, 0, 320, 236, 168],
    upright: [0, 0, 300, 236, 216],
    abreast: { gap: 60, gutter: 40, medallion: [0, 0, 440, 280, 232], below: 30 },
  },
  until: { before: 48 },
  callout: { sign: 132, before: 48, text: 40 },
  logo: { height: 120, after: 64 },
  paragraphs: { before: 52, between: 36 },
  title: { subtitle: 44, minutes: 44 },
  note: 44,
  closing: 52,
} as const
