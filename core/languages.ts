/** The languages a clinic can choose from, each in its own name: whoever reads it knows it. */

export const languages = [
  { tag: 'en', name: 'English', own: 'English' },
  { tag: 'de', name: 'German', own: 'Deutsch' },
  { tag: 'es', name: 'Spanish', own: 'Español' },
  { tag: 'fr', name: 'French', own: 'Français' },
  { tag: 'it', name: 'Italian', own: 'Italiano' },
  { tag: 'pt', name: 'Portuguese', own: 'Português' },
  { tag: 'nl', name: 'Dutch', own: 'Nederlands' },
  { tag: 'pl', name: 'Polish', own: 'Polski' },
  { tag: 'tr', name: 'Turkish', own: 'Türkçe' },
  { tag: 'ru', name: 'Russian', own: 'Русский' },
  { tag: 'uk', name: 'Ukrainian', own: 'Українська' },
  { tag: 'ar', name: 'Arabic', own: 'العربية' },
  { tag: 'fa', name: 'Persian', own: 'فارسی' },
  { tag: 'hi', name: 'Hindi', own: 'हिन्दी' },
  { tag: 'th', name: 'Thai', own: 'ไทย' },
  { tag: 'zh', name: 'Chinese', own: '中文' },
  { tag: 'bn', name: 'Bengali', own: 'বাংলা' },
  { tag: 'el', name: 'Greek', own: 'Ελληνικά' },
  { tag: 'he', name: 'Hebrew', own: 'עברית' },
  { tag: 'hr', name: 'Croatian', own: 'Hrvatski' },
  { tag: 'hu', name: 'Hungarian', own: 'Magyar' },
  { tag: 'ja', name: 'Japanese', own: '日本語' },
  { tag: 'ko', name: 'Korean', own: '한국어' },
  { tag: 'ro', name: 'Romanian', own: 'Română' },
  { tag: 'so', name: 'Somali', own: 'Soomaali' },
  { tag: 'sq', name: 'Albanian', own: 'Shqip' },
  { tag: 'sr', name: 'Serbian', own: 'Српски' },
  { tag: 'ti', name: 'Tigrinya', own: 'ትግርኛ' },
  { tag: 'ur', name: 'Urdu', own: 'اردو' },
  { tag: 'vi', name: 'Vietnamese', own: 'Tiếng Việt' },
] as const

export type LanguageTag = (typeof languages)[number]['tag']
export const languageTags = languages.map(({ tag }) => tag) as [LanguageTag, ...LanguageTag[]]

/** `Deutsch`; the tag itself when it is none of these. */
export const languageName = (tag: string): string => languages.find((one) => one.tag === tag)?.own ?? tag

/** `German`; the tag itself when it is none of these. */
export const languageInEnglish = (tag: string): string => languages.find((one) => one.tag === tag)?.name ?? tag

const rightToLeft = ['ar', 'fa', 'he', 'ur']

/** @param tag BCP 47; its first part decides */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  rightToLeft.includes(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr'
