/** What the anatomical charts of the films can light up, and what it is called; renderer/films/charts draws it. */

type Names = { readonly en: string; readonly [language: string]: string }

/** Which drawing shows a region: the face from the front, or head and neck half turned. */
export type ChartName = 'face' | 'neck'

interface Region {
  readonly id: string
  readonly charts: readonly ChartName[]
  readonly names: Names
}

const face = ['face'] as const
const neck = ['neck'] as const
const both = ['face', 'neck'] as const

export const regions = [
  {
    id: 'forehead',
    charts: face,
    names: { en: 'Forehead', es: 'Frente', de: 'Stirn', ar: 'الجبهة', zh: '额头' },
  },
  {
    id: 'glabella',
    charts: face,
    names: { en: 'Between the brows', es: 'Entrecejo', de: 'Zwischen den Brauen', ar: 'ما بين الحاجبين', zh: '眉间' },
  },
  { id: 'temples', charts: both, names: { en: 'Temples', es: 'Sienes', de: 'Schläfen', ar: 'الصدغان', zh: '太阳穴' } },
  {
    id: 'eyes',
    charts: face,
    names: { en: 'Around the eyes', es: 'Contorno de ojos', de: 'Um die Augen', ar: 'حول العينين', zh: '眼周' },
  },
  { id: 'nose', charts: face, names: { en: 'Nose', es: 'Nariz', de: 'Nase', ar: 'الأنف', zh: '鼻子' } },
  { id: 'cheeks', charts: both, names: { en: 'Cheeks', es: 'Mejillas', de: 'Wangen', ar: 'الخدان', zh: '面颊' } },
  {
    id: 'nasolabial',
    charts: face,
    names: { en: 'Nose to mouth', es: 'De nariz a boca', de: 'Nase bis Mund', ar: 'بين الأنف والفم', zh: '鼻唇沟' },
  },
  { id: 'lips', charts: face, names: { en: 'Lips', es: 'Labios', de: 'Lippen', ar: 'الشفتان', zh: '嘴唇' } },
  { id: 'chin', charts: both, names: { en: 'Chin', es: 'Mentón', de: 'Kinn', ar: 'الذقن', zh: '下巴' } },
  { id: 'jaw', charts: both, names: { en: 'Jaw', es: 'Mandíbula', de: 'Kiefer', ar: 'الفك', zh: '下颌' } },
  {
    id: 'ears',
    charts: neck,
    names: { en: 'Around the ear', es: 'Zona de la oreja', de: 'Um das Ohr', ar: 'حول الأذن', zh: '耳周' },
  },
  { id: 'neck', charts: both, names: { en: 'Neck', es: 'Cuello', de: 'Hals', ar: 'الرقبة', zh: '颈部' } },
  {
    id: 'neck-bands',
    charts: neck,
    names: { en: 'Neck muscles', es: 'Músculos del cuello', de: 'Halsmuskeln', ar: 'عضلات الرقبة', zh: '颈部肌肉' },
  },
  {
    id: 'collarbones',
    charts: neck,
    names: { en: 'Collarbones', es: 'Clavículas', de: 'Schlüsselbeine', ar: 'عظمتا الترقوة', zh: '锁骨' },
  },
  {
    id: 'vessels',
    charts: both,
    names: { en: 'Blood vessels', es: 'Vasos sanguíneos', de: 'Blutgefäße', ar: 'الأوعية الدموية', zh: '血管' },
  },
  { id: 'nerves', charts: both, names: { en: 'Nerves', es: 'Nervios', de: 'Nerven', ar: 'الأعصاب', zh: '神经' } },
] as const satisfies readonly Region[]

export type RegionId = (typeof regions)[number]['id']

/** The ids a chart can light up, in the order they are met from above. */
export const regionsOf = (chart: ChartName): readonly RegionId[] =>
  regions.filter(({ charts }) => (charts as readonly ChartName[]).includes(chart)).map(({ id }) => id)

/**
 * What a region is called.
 *
 * @returns nothing for a language we have no words of: a film then shows what its author wrote, and no English in between
 */
export function regionName(region: string, locale: string): string | undefined {
  const names: Names | undefined = regions.find(({ id }) => id === region)?.names
  return names?.[locale.split('-')[0] ?? '']
}
