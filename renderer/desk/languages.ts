/** Languages a patient may be called and written to in, each in its own name: browsers do not know all of them. */

const names: Readonly<Record<string, string>> = {
  ar: 'العربية',
  bn: 'বাংলা',
  de: 'Deutsch',
  el: 'Ελληνικά',
  en: 'English',
  es: 'Español',
  fa: 'فارسی',
  fr: 'Français',
  he: 'עברית',
  hi: 'हिन्दी',
  hr: 'Hrvatski',
  hu: 'Magyar',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  so: 'Soomaali',
  sq: 'Shqip',
  sr: 'Српски',
  th: 'ไทย',
  ti: 'ትግርኛ',
  tr: 'Türkçe',
  uk: 'Українська',
  ur: 'اردو',
  vi: 'Tiếng Việt',
  zh: '中文',
}

/** As language tags. */
export const languages: readonly string[] = Object.keys(names)

/** `Deutsch`; the tag itself when it is none of these. */
export const languageName = (tag: string): string => names[tag] ?? tag
