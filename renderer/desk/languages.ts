/** Languages a patient may be called and written to in, each in its own name. */

export const languages: readonly string[] = [
  'ar',
  'bn',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'so',
  'sq',
  'sr',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
]

/** `Deutsch`; the tag itself where the browser does not know it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
