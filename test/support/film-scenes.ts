/** A scene of every kind, in the languages of the sample library: what templates are shown and judged with. */
import path from 'node:path'
import sharp from 'sharp'
import type { FilmSize, Scene, SceneKind, SceneProps, Template } from '../../core/scene.ts'
import { planScenes } from '../../core/scene-plan.ts'
import { defaultBrand } from '../../core/theme.ts'
import type { FilmPage } from './film-page.ts'
import { shown } from './film-scene-picture.ts'
import { ar, zh } from './film-scenes-arabic-chinese.ts'
import { de, es } from './film-scenes-spanish-german.ts'

const en: readonly Scene[] = [
  { kind: 'title', title: 'Lip and cheek filler', subtitle: 'What happens, and what you decide', minutes: 40 },
  {
    kind: 'text',
    heading: 'Before we begin',
    paragraphs: ['We talk first, and look together. Nothing starts until you say so.', 'You can stop at any time.'],
  },
  {
    kind: 'points',
    heading: 'Please bring',
    points: ['A list of your medicines', 'Your glasses', 'Any questions, written down', 'Somebody to go home with'],
  },
  {
    kind: 'steps',
    heading: 'Step by step',
    steps: [
      'We clean and numb the skin',
      'One side first, slowly',
      'We look together, then the other',
      'You rest for ten minutes',
    ],
  },
  { kind: 'note', heading: 'A pause for you', note: 'How warm is it, from one to ten? Say stop whenever you like.' },
  {
    kind: 'callout',
    heading: 'Call us at once',
    urgency: 'urgent',
    text: 'If skin turns white or blue, if it hurts more and more, or if your sight changes.',
  },
  {
    kind: 'checklist',
    heading: 'Tell us before we start',
    items: ['Migraine', 'Dental work planned soon', 'Antibiotics or supplements', 'Pregnancy, or the chance of it'],
  },
  {
    kind: 'picture',
    heading: 'The room',
    caption: 'You lie comfortably, and a second person is with us all the time.',
    picture: shown,
  },
  {
    kind: 'timeline',
    heading: 'How it heals',
    stages: [
      { when: 'Days 1–3', text: 'Swelling and small bruises', care: 'cool gently, rest' },
      { when: 'Days 4–7', text: 'Swelling fades', care: 'no sauna, no sport' },
      { when: 'Week 2', text: 'Now you see the result' },
    ],
  },
  {
    kind: 'chart',
    heading: 'What we keep clear of',
    chart: 'face',
    regions: [
      { region: 'vessels', text: 'we know their course' },
      { region: 'nerves', text: 'we ask what you feel' },
      { region: 'lips', text: 'soft, and full of vessels' },
    ],
  },
  {
    kind: 'sides',
    heading: 'By video, or here?',
    sides: [
      { label: 'By video', points: ['No journey', 'Good for follow-up', 'From anywhere'] },
      { label: 'In person', points: ['We can feel and treat', 'No technical trouble', 'More personal'] },
    ],
  },
  {
    kind: 'numbers',
    heading: 'In short',
    numbers: [
      { value: '40 min', label: 'with us, talking included' },
      { value: '7 days', label: 'until swelling has faded' },
      { value: '1:1', label: 'one clinician, from start to end' },
    ],
  },
  {
    kind: 'people',
    heading: 'Who is there for you',
    people: [
      { name: 'Ana', role: 'coordinator', says: 'I explain, arrange and listen.' },
      { name: 'Dr Lind', role: 'clinician', says: 'I decide nothing without you.' },
      { role: 'Your nurse', says: 'I am with you all the time.' },
    ],
  },
  {
    kind: 'terms',
    heading: 'A first light therapy',
    until: '2026-12-31',
    terms: ['After a talk with a clinician', 'For new and old guests', 'One per person'],
  },
  {
    kind: 'code',
    heading: 'Book a follow-up',
    text: 'Point your camera here. Two weeks from today is a good time.',
    url: 'https://example.org/follow-up',
  },
  { kind: 'closing', closing: 'No question is too small.' },
]

const scenes: Readonly<Record<string, readonly Scene[]>> = { en, es, de, ar, zh }

export const sampleLocales = Object.keys(scenes)

export const scenesIn = (locale: string): readonly Scene[] => scenes[locale] ?? en

export const kinds: readonly SceneKind[] = en.map(({ kind }) => kind)

/** What a scene of this kind is given in a film of the sample clinic. */
export function sampleProps(wanted: {
  readonly kind: SceneKind
  readonly template: Template
  readonly size?: FilmSize
  readonly locale?: string
}): SceneProps {
  const { kind, template, size = 'hd', locale = 'en' } = wanted
  const planned = planScenes(
    scenesIn(locale).map((scene) => ({ scene })),
    template,
  ).find(({ scene }) => scene.kind === kind)
  if (planned === undefined) throw new Error(`There is no sample of ${kind} in ${locale}.`)
  return { ...planned, template, brand: sampleBrand, locale, size }
}

const sampleBrand = {
  ...defaultBrand,
  name: 'Larkmere Clinic',
  tagline: 'Good care begins with time for your questions.',
}

/** Small, so that the whole repository stays so: enough to see a line that moved. */
const stillWidth = 480
export const stillsFolder = path.join(import.meta.dirname, '../pages/stills')

/** The scene as its draft shows it, as a small PNG. */
export async function stillOf(film: FilmPage, kind: SceneKind, template: Template): Promise<Buffer> {
  const photograph = await film.photograph(sampleProps({ kind, template }))
  return sharp(photograph).resize({ width: stillWidth }).png({ palette: true, effort: 10 }).toBuffer()
}
