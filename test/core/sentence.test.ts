/** Where a sentence ends, in the languages of the films. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesIn } from '../../core/sentence.ts'

/** Each of them as its sentences. */
const texts: Readonly<Record<string, readonly string[]>> = {
  English: [
    'Dr. Lind is late. ',
    'Ask Mrs. St. Clair, e.g. Tuesday. ',
    'We close at 5 p.m. ',
    'Ready? ',
    '3 steps follow.',
  ],
  'English quotes': ['“Does it hurt?” she asks. ', '“No.” ', '(Rarely a little.) ', 'Wait… ', 'Then rest... ', 'Done!'],
  'English initials': [
    'You see J. R. Smith or Dr. K. Lind. ',
    'Sit. ',
    'Look at www.clinic.org. ',
    'It costs 1.50. ',
    'Rest.',
  ],
  German: [
    'Prof. Dr. med. Weber nimmt z. B. Ibuprofen. ',
    'Am 3. Mai im 2. Stock, Zimmer 2. ',
    'Bzw. Dipl.-Ing. Roth, ca. 5 Min. ',
    'Ja.',
  ],
  'German quotes': [
    'Sie fragt: „Tut es weh?“ ',
    '»Nein.« ',
    'Evtl. Schmerzen, d.h. Druck. ',
    'Ab 1. Juni, seit dem 1. April. ',
    'Gut.',
  ],
  Spanish: [
    'La Dra. Ruiz y el Sr. D. Luis llegan a las 10 a. m. ',
    '¿Duele? ',
    '¡No! ',
    'P. ej. Ana, en EE. UU. desde 2020.',
  ],
  French: [
    'M. Dupont et Mme. Roux, env. 5 min. ',
    '« Oui. » ',
    'Vraiment\u202f? ',
    'Le Pr. Morel vient, c.-à-d. Jean.',
  ],
  Italian: ['Il Dott. Bini e la Sig.ra Verdi arrivano. ', 'Attenda qui.'],
  Dutch: ['Dhr. Bos neemt bijv. Paracetamol. ', 'Klaar.'],
  Polish: ['U dr. Nowaka, np. Anna. ', 'Weź lek. ', 'Potem czekaj.'],
  Turkish: ['Doç. Dr. Kaya geliyor. ', 'Lütfen bekleyin.'],
  Russian: ['Вас примет проф. Иванов, т. е. А. П. Иванов. ', 'Подождите, пожалуйста.'],
  Greek: ['Πονάει; ', 'Ο κ. Παπάς και η Δρ. Ρήγα έρχονται. ', 'Ναι.'],
  Arabic: ['هل يؤلم؟ ', 'يأتي د. أحمد غدا. ', 'شكرا.'],
  Urdu: ['آپ کا استقبال ہے۔ ', 'بیٹھیں۔'],
  Hindi: ['डॉ. शर्मा आएंगे। ', 'प्रो. वर्मा भी। ', 'धन्यवाद।'],
  Korean: ['네. ', '의사가 옵니다. ', '기다려 주세요.'],
  Chinese: ['窗边备有热水。', '“真的吗？！”', '“是的。”', '诊所周五关门……请记住。'],
  Japanese: ['「痛いですか？」', 'いいえ。', '待ちます。'],
  Tigrinya: ['ድሓን መጻእኩም። ', 'ኮፍ በሉ።'],
  'held together': ['Dr.\u00a0Lind comes.\u00a0Really. ', 'Yes.'],
  'a list': ['1. Drink. 2. Rest. ', 'Then call us.'],
}

test.each(Object.entries(texts))('%s is parted at its sentences, and at nothing else', (_, sentences) => {
  expect(sentencesIn(sentences.join(''))).toEqual(sentences)
})

const word = fc.constantFrom(
  'rest',
  'über',
  'días',
  'кровь',
  'ноги',
  'Ibuprofen',
  'Lind',
  'Иванов',
  '5 mg',
  '(or tea)',
  'p.m',
  'Dr',
  'M',
)
const mark = fc.constantFrom('.', '?', '!', '…', '...', '?!', '؟', '।', '。', '”', ':', ';', ',', '')
const gap = fc.constantFrom(' ', '  ', '\u00a0', '\n', '')

test('nothing of a text is lost, and a sentence is one sentence', () => {
  const anyText = fc.array(fc.tuple(word, mark, gap)).map((all) => all.flat().join(''))
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
      const sentences = sentencesIn(text)
      expect(sentences.join('')).toBe(text)
      expect(text === '' || sentences.every((sentence) => sentence.trim() !== '' || sentences.length === 1)).toBe(true)
      for (const sentence of sentences) expect(sentencesIn(sentence)).toEqual([sentence])
    }),
  )
})

test('whatever is shortened in them, sentences are as many as were written', () => {
  const short = fc.constantFrom(
    'Dr. Lind',
    'z. B. Ibuprofen',
    'M. Roux',
    'e.g. Tylenol',
    'ca. Mai',
    'env. Noël',
    'проф. Иванов',
    'Sr. Gil',
  )
  const plain = fc.constantFrom('rest', 'gehen Sie', 'con calma', 'подождите')
  const said = fc.tuple(
    fc.array(fc.oneof(short, plain), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('.', '!', '?'),
  )
  const sentence = said.map(([words, end]) => `Now ${words.join(' ')} today${end}`)
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
      expect(sentencesIn(sentences.join(' ')).map((each) => each.trimEnd())).toEqual(sentences)
    }),
  )
})
