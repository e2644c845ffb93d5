/** The few words films write by themselves, in the languages a clinic can choose from. */

interface FilmWords {
  /** Before the last day of an offer. */
  readonly until: string
  /** Above what speaks for something and against it, when the author names neither. */
  readonly sides: readonly [string, string]
}

const words: Readonly<Record<string, FilmWords>> = {
  en: { until: 'Valid until', sides: ['For', 'Against'] },
  de: { until: 'Gültig bis', sides: ['Dafür', 'Dagegen'] },
  es: { until: 'Válido hasta el', sides: ['A favor', 'En contra'] },
  fr: { until: 'Valable jusqu’au', sides: ['Pour', 'Contre'] },
  it: { until: 'Valido fino al', sides: ['A favore', 'Contro'] },
  pt: { until: 'Válido até', sides: ['A favor', 'Contra'] },
  nl: { until: 'Geldig tot en met', sides: ['Voor', 'Tegen'] },
  pl: { until: 'Ważne do', sides: ['Za', 'Przeciw'] },
  tr: { until: 'Son gün:', sides: ['Artılar', 'Eksiler'] },
  ru: { until: 'Действует до', sides: ['За', 'Против'] },
  uk: { until: 'Діє до', sides: ['За', 'Проти'] },
  ar: { until: 'حتى', sides: ['المزايا', 'العيوب'] },
  fa: { until: 'تا', sides: ['موافق', 'مخالف'] },
  hi: { until: 'अंतिम तिथि:', sides: ['पक्ष में', 'विपक्ष में'] },
  th: { until: 'ถึงวันที่', sides: ['ข้อดี', 'ข้อเสีย'] },
  zh: { until: '有效期至', sides: ['优点', '不足'] },
  el: { until: 'Ισχύει έως', sides: ['Υπέρ', 'Κατά'] },
  he: { until: 'בתוקף עד', sides: ['בעד', 'נגד'] },
  hr: { until: 'Vrijedi do', sides: ['Za', 'Protiv'] },
  hu: { until: 'Utolsó nap:', sides: ['Mellette', 'Ellene'] },
  ja: { until: '有効期限:', sides: ['良い点', '気をつける点'] },
  ko: { until: '유효 기간:', sides: ['장점', '단점'] },
  ro: { until: 'Valabil până la', sides: ['Pentru', 'Împotrivă'] },
  sr: { until: 'Важи до', sides: ['За', 'Против'] },
  vi: { until: 'Đến hết ngày', sides: ['Ưu điểm', 'Hạn chế'] },
}

/** English for a language we have no words of. */
export function filmWords(locale: string): FilmWords {
  const found = words[locale.split('-')[0] ?? ''] ?? words.en
  if (found === undefined) throw new Error('There are always English words.')
  return found
}

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
