/** What a film calls the care of a stage, in every language a clinic can choose: `(Care: cool it)`, `(Bakım: soğutun)`. */
import type { LanguageTag } from './languages.ts'

/** Each language's own words, parts of one pattern; capitals count as small letters. */
const careIn: Readonly<Record<LanguageTag, string>> = {
  en: '(?:after-?)?care',
  de: 'pflege|nachsorge',
  es: 'cuidados?',
  fr: 'soins?',
  it: 'cur[ae]',
  pt: 'cuidados?',
  nl: '(?:ver|na)?zorg(?:ing)?',
  pl: 'pielęgnacja|opieka',
  // Nobody but Turkish has a small i without a dot, and many phones write it with one.
  tr: 'bak[ıi]m',
  ru: 'уход',
  uk: 'догляд',
  ar: '(?:ال)?(?:عناية|رعاية)',
  fa: 'مراقبت(?:\u200c?ها)?',
  hi: 'देखभाल',
  th: '(?:การ)?ดูแล',
  zh: '护理|護理',
  bn: 'যত্ন',
  el: 'φροντίδα',
  he: 'טיפול',
  hr: 'njega',
  hu: 'ápolás',
  ja: 'ケア|お手入れ',
  ko: '관리',
  ro: 'îngrijire',
  so: 'daryeel',
  sq: 'kujdesi?',
  sr: 'нега',
  ti: 'ክንክን',
  ur: 'دیکھ\\s?بھال',
  vi: 'chăm\\s?sóc',
}

export const careWords = `(?:${Object.values(careIn).join('|')})`
