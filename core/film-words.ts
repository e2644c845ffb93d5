/** The few words films write by themselves, in the languages a clinic can choose from. */

interface FilmWords {
  /** Before the last day of an offer. */
  readonly until: string
  /** Above what speaks for something and against it, when the author names neither. */
  readonly sides: readonly [string, string]
  /** Under the heading of what goes on from the scene before. */
  readonly continued: string
}

const words: Readonly<Record<string, FilmWords>> = {
  en: { until: 'Valid until', sides: ['For', 'Against'], continued: 'Continued' },
  de: { until: 'Gültig bis', sides: ['Dafür', 'Dagegen'], continued: 'Fortsetzung' },
  es: { until: 'Válido hasta el', sides: ['A favor', 'En contra'], continued: 'Continuación' },
  fr: { until: 'Valable jusqu’au', sides: ['Pour', 'Contre'], continued: 'Suite' },
  it: { until: 'Valido fino al', sides: ['A favore', 'Contro'], continued: 'Continua' },
  pt: { until: 'Válido até', sides: ['A favor', 'Contra'], continued: 'Continuação' },
  nl: { until: 'Geldig tot en met', sides: ['Voor', 'Tegen'], continued: 'Vervolg' },
  pl: { until: 'Ważne do', sides: ['Za', 'Przeciw'], continued: 'Ciąg dalszy' },
  tr: { until: 'Son gün:', sides: ['Artılar', 'Eksiler'], continued: 'Devamı' },
  ru: { until: 'Действует до', sides: ['За', 'Против'], continued: 'Продолжение' },
  uk: { until: 'Діє до', sides: ['За', 'Проти'], continued: 'Продовження' },
  ar: { until: 'حتى', sides: ['المزايا', 'العيوب'], continued: 'تتمة' },
  fa: { until: 'تا', sides: ['موافق', 'مخالف'], continued: 'ادامه' },
  hi: { until: 'अंतिम तिथि:', sides: ['पक्ष में', 'विपक्ष में'], continued: 'जारी' },
  th: { until: 'ถึงวันที่', sides: ['ข้อดี', 'ข้อเสีย'], continued: 'ต่อ' },
  zh: { until: '有效期至', sides: ['优点', '不足'], continued: '续' },
  el: { until: 'Ισχύει έως', sides: ['Υπέρ', 'Κατά'], continued: 'Συνέχεια' },
  he: { until: 'בתוקף עד', sides: ['בעד', 'נגד'], continued: 'המשך' },
  hr: { until: 'Vrijedi do', sides: ['Za', 'Protiv'], continued: 'Nastavak' },
  hu: { until: 'Utolsó nap:', sides: ['Mellette', 'Ellene'], continued: 'Folytatás' },
  ja: { until: '有効期限:', sides: ['良い点', '気をつける点'], continued: '続き' },
  ko: { until: '유효 기간:', sides: ['장점', '단점'], continued: '계속' },
  ro: { until: 'Valabil până la', sides: ['Pentru', 'Împotrivă'], continued: 'Continuare' },
  sr: { until: 'Важи до', sides: ['За', 'Против'], continued: 'Наставак' },
  vi: { until: 'Đến hết ngày', sides: ['Ưu điểm', 'Hạn chế'], continued: 'Tiếp theo' },
}

/** English for a language we have no words of. */
export function filmWords(locale: string): FilmWords {
  const found = words[locale.split('-')[0] ?? ''] ?? words.en
  if (found === undefined) throw new Error('There are always English words.')
  return found
}

const longDays: Readonly<Record<string, string>> = {
  ...{ es: '28\u00a0de\u00a0septiembre de\u00a02026', pt: '28\u00a0de\u00a0septiembre de\u00a02026' },
  ...Object.fromEntries(
    ['el', 'hu', 'pl', 'ru', 'so', 'sr', 'uk'].map((tag) => [tag, '28\u00a0Φεβρουαρίου\u00a02026']),
  ),
}

/** Takes as much room as the longest day of a year, as renderer/films/whole-day.ts writes it in a language. */
export const longDay = (locale: string): string =>
  longDays[locale.split('-')[0] ?? ''] ?? 'September\u00a028,\u00a02026'

/** Between a name and a role, and between a name and what is said of it, with the space a language puts behind. */
export function signsOf(locale: string): { readonly comma: string; readonly colon: string } {
  switch (locale.split('-')[0]) {
    case 'ar':
    case 'fa':
    case 'ur':
      return { comma: '، ', colon: ': ' }
    case 'zh':
    case 'ja':
      return { comma: '，', colon: '：' }
    default:
      return { comma: ', ', colon: ': ' }
  }
}
