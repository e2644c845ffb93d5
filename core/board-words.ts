/** Every word that the board shows or the voice says, in the languages somebody has read through: short enough for a wall. */
import { type DelayWords, delayWords } from './delay-words.ts'
import type { LaterReason } from './wait-reason.ts'

export const boardLanguages = ['en', 'es', 'de', 'fr', 'tr', 'ar', 'ru'] as const
export type BoardLanguage = (typeof boardLanguages)[number]

/** Minutes; `high` is absent for "more than". */
export interface ShownMinutes {
  readonly low: number
  readonly high?: number
}

/** The same said in full, and in about ten letters for a narrow column. */
export interface Lengths {
  readonly long: string
  readonly short: string
}

export interface BoardWords extends DelayWords {
  readonly direction: 'ltr' | 'rtl'
  readonly waiting: string
  readonly nobody: string
  readonly nobodyCalled: string
  readonly next: Lengths
  readonly soon: Lengths
  readonly over: Lengths
  readonly unknown: Lengths
  readonly minutes: (wait: ShownMinutes) => string
  /*
   * The line along the bottom is one line high, and whoever looks up at any second sees one part of a sentence: each part,
   * up to a full stop, a colon or a comma, fits beside the clock and can be understood by itself.
   */
  /** Why somebody else may come first. */
  readonly order: string
  /** The same where letters are so large that its first phrase does not fit. */
  readonly orderBrief: string
  readonly forgotten: string
  /** Why what was said first has moved later, for whomever it concerns. */
  readonly later: Readonly<Record<LaterReason, string>>
  /** That somebody is late or away, where one of its phrases does not fit; absent where it always does. */
  readonly awayBrief?: string
  /** Behind the codes of those who are looked for. */
  readonly wanted: string
  readonly toRoom: string
  readonly toDesk: string
  readonly toSeat: string
  readonly keepSeat: string
  readonly moment: string
  readonly askDesk: string
  readonly closed: string
  /** @param when a day and a time: `Monday 9:00` */
  readonly opens: (when: string) => string
}

/** A range stays in one piece. */
const figures = ({ low, high }: ShownMinutes): string => (high === undefined ? `${low}+` : `${low}\u2060–\u2060${high}`)

const span =
  (unit: string) =>
  (wait: ShownMinutes): string =>
    // A narrow space that does not break.
    `${figures(wait)}\u202f${unit}`

const words: Readonly<Record<BoardLanguage, BoardWords>> = {
  en: {
    direction: 'ltr',
    waiting: 'Waiting',
    nobody: 'Nobody is waiting.',
    nobodyCalled: 'The next call comes soon.',
    next: { long: 'Next', short: 'Next' },
    soon: { long: 'Soon', short: 'Soon' },
    over: { long: 'a little longer', short: 'longer' },
    unknown: { long: 'not yet known', short: '—' },
    minutes: span('min'),
    order: 'Called by appointment and clinician, not by order of arrival.',
    orderBrief: 'By appointment and clinician, not by order of arrival.',
    ...delayWords.en,
    forgotten: 'Some wait longer, sorry. You have not been forgotten.',
    later: {
      'provider-away': 'Some wait longer, sorry: one of us is late or away.',
      'long-visit': 'Some wait longer, sorry: a visit is taking longer.',
      'others-first': 'Some wait longer, sorry: others had to go first.',
      busy: 'Some wait longer, sorry: we are slower than expected.',
    },
    wanted: 'please come to the desk',
    toRoom: 'Please come to',
    toDesk: 'Please come to the desk',
    toSeat: 'We are coming to you',
    keepSeat: 'Please keep your seat, sorry',
    moment: 'One moment',
    askDesk: 'The list is reconnecting. Please ask at the desk.',
    closed: 'Closed',
    opens: (when) => `Closed · opens ${when}`,
  },
  es: {
    direction: 'ltr',
    waiting: 'En espera',
    nobody: 'No hay nadie en espera.',
    nobodyCalled: 'Pronto habrá otra llamada.',
    next: { long: 'Siguiente', short: 'Siguiente' },
    soon: { long: 'Pronto', short: 'Pronto' },
    over: { long: 'un poco más', short: 'más tarde' },
    unknown: { long: 'aún no se sabe', short: '—' },
    minutes: span('min'),
    order: 'Se llama por cita y profesional, no por orden de llegada.',
    orderBrief: 'Por cita y profesional, no por orden de llegada.',
    ...delayWords.es,
    forgotten: 'Algunos esperan más, disculpen. No les hemos olvidado.',
    later: {
      'provider-away': 'Algunos esperan más, disculpen: alguien del equipo llega tarde.',
      'long-visit': 'Algunos esperan más, disculpen: una visita se está alargando.',
      'others-first': 'Algunos esperan más, disculpen: otros tenían que pasar antes.',
      busy: 'Algunos esperan más, disculpen: hoy vamos más despacio.',
    },
    wanted: 'acuda a recepción',
    toRoom: 'Pase, por favor, a',
    toDesk: 'Acuda a recepción, por favor',
    toSeat: 'Vamos a buscarle',
    keepSeat: 'Espere en su asiento, por favor; disculpe',
    moment: 'Un momento',
    askDesk: 'La lista se está conectando. Pregunte en recepción.',
    closed: 'Cerrado',
    opens: (when) => `Cerrado · abre ${when}`,
  },
  de: {
    direction: 'ltr',
    waiting: 'Wartende',
    nobody: 'Niemand wartet.',
    nobodyCalled: 'Der nächste Aufruf folgt gleich.',
    next: { long: 'Als Nächstes', short: 'Gleich' },
    soon: { long: 'Bald', short: 'Bald' },
    over: { long: 'etwas später', short: 'später' },
    unknown: { long: 'noch unklar', short: '—' },
    minutes: span('min'),
    order: 'Aufruf nach Termin und Behandler, nicht nach Ankunft.',
    orderBrief: 'Nach Termin und Behandler, nicht nach Ankunft.',
    ...delayWords.de,
    forgotten: 'Manche warten leider länger. Sie sind nicht vergessen.',
    later: {
      'provider-away': 'Manche warten leider länger: im Team fehlt gerade jemand.',
      'long-visit': 'Manche warten leider länger: ein Termin dauert länger.',
      'others-first': 'Manche warten leider länger: andere mussten vorgehen.',
      busy: 'Manche warten leider länger: heute geht es langsamer.',
    },
    wanted: 'bitte zum Empfang',
    toRoom: 'Bitte kommen Sie zu',
    toDesk: 'Bitte kommen Sie zum Empfang',
    toSeat: 'Wir kommen zu Ihnen',
    keepSeat: 'Bitte bleiben Sie sitzen, Entschuldigung',
    moment: 'Einen Moment',
    askDesk: 'Die Liste wird neu verbunden. Bitte fragen Sie am Empfang.',
    closed: 'Geschlossen',
    opens: (when) => `Geschlossen · öffnet ${when}`,
  },
  fr: {
    direction: 'ltr',
    waiting: 'En attente',
    nobody: 'Personne n’attend.',
    nobodyCalled: 'Le prochain appel arrive bientôt.',
    next: { long: 'Suivant', short: 'Suivant' },
    soon: { long: 'Bientôt', short: 'Bientôt' },
    over: { long: 'un peu plus tard', short: 'plus tard' },
    unknown: { long: 'pas encore connu', short: '—' },
    minutes: span('min'),
    order: 'Appel par rendez-vous et praticien, non par ordre d’arrivée.',
    orderBrief: 'Par rendez-vous et praticien, non par ordre d’arrivée.',
    ...delayWords.fr,
    forgotten: 'L’attente est plus longue. Nous ne vous oublions pas.',
    later: {
      'provider-away': 'Attente plus longue, pardon\u00a0: un soignant est absent ou en retard.',
      'long-visit': 'Attente plus longue, pardon\u00a0: une consultation se prolonge.',
      'others-first': 'Attente plus longue, pardon\u00a0: d’autres ont dû passer avant.',
      busy: 'Attente plus longue, pardon\u00a0: nous allons moins vite.',
    },
    awayBrief: 'Attente plus longue, pardon\u00a0: un soignant n’est pas là.',
    wanted: 'veuillez venir à l’accueil',
    toRoom: 'Veuillez venir en',
    toDesk: 'Veuillez venir à l’accueil',
    toSeat: 'Nous venons vous chercher',
    keepSeat: 'Veuillez rester à votre place, pardon',
    moment: 'Un instant',
    askDesk: 'La liste se reconnecte. Renseignez-vous à l’accueil.',
    closed: 'Fermé',
    opens: (when) => `Fermé · ouvre ${when}`,
  },
  tr: {
    direction: 'ltr',
    waiting: 'Bekleyen',
    nobody: 'Bekleyen yok.',
    nobodyCalled: 'Sıradaki çağrı birazdan.',
    next: { long: 'Sıradaki', short: 'Sıradaki' },
    soon: { long: 'Birazdan', short: 'Birazdan' },
    over: { long: 'biraz daha', short: 'biraz daha' },
    unknown: { long: 'henüz belli değil', short: '—' },
    minutes: span('dk'),
    order: 'Sıra randevu ve uzmana göredir, geliş sırasına göre değil.',
    orderBrief: 'Randevu ve uzmana göre, geliş sırasına göre değil.',
    ...delayWords.tr,
    forgotten: 'Bazıları daha uzun bekliyor. Sizi unutmadık.',
    later: {
      'provider-away': 'Bazı beklemeler uzadı, üzgünüz: ekipten biri gecikti veya yok.',
      'long-visit': 'Bazı beklemeler uzadı, üzgünüz: bir görüşme uzun sürüyor.',
      'others-first': 'Bazı beklemeler uzadı, üzgünüz: önce başkaları girmeliydi.',
      busy: 'Bazı beklemeler uzadı, üzgünüz: bugün beklenenden yavaşız.',
    },
    wanted: 'lütfen danışmaya gelin',
    toRoom: 'Lütfen buyurun',
    toDesk: 'Lütfen danışmaya gelin',
    toSeat: 'Yanınıza geliyoruz',
    keepSeat: 'Lütfen yerinizde kalın, özür dileriz',
    moment: 'Bir dakika',
    askDesk: 'Liste yeniden bağlanıyor. Lütfen danışmaya sorun.',
    closed: 'Kapalı',
    opens: (when) => `Kapalı · açılış ${when}`,
  },
  ar: {
    direction: 'rtl',
    waiting: 'الانتظار',
    nobody: 'لا أحد ينتظر.',
    nobodyCalled: 'النداء التالي قريبًا.',
    next: { long: 'التالي', short: 'التالي' },
    soon: { long: 'قريبًا', short: 'قريبًا' },
    over: { long: 'بعد قليل', short: 'بعد قليل' },
    unknown: { long: 'غير معروف بعد', short: '—' },
    // The figures stand in the same order as in every other language on the same wall.
    minutes: (wait) => `\u2066${figures(wait)}\u2069\u202fد`,
    order: 'النداء بحسب الموعد والمعالج، لا بترتيب الوصول.',
    orderBrief: 'بحسب الموعد والمعالج، لا بترتيب الوصول.',
    ...delayWords.ar,
    forgotten: 'البعض ينتظر أكثر مما ذكرنا. لم ننسكم.',
    later: {
      'provider-away': 'البعض ينتظر أطول، نعتذر: أحد أفراد الفريق متأخر أو غائب.',
      'long-visit': 'البعض ينتظر أطول، نعتذر: إحدى الزيارات طالت.',
      'others-first': 'البعض ينتظر أطول، نعتذر: كان لا بد أن يدخل آخرون أولًا.',
      busy: 'البعض ينتظر أطول، نعتذر: العمل اليوم أبطأ من المتوقع.',
    },
    awayBrief: 'البعض ينتظر أطول، نعتذر: أحد أفراد الفريق غير موجود.',
    wanted: 'إلى الاستقبال رجاءً',
    toRoom: 'تفضلوا إلى',
    toDesk: 'يرجى الحضور إلى الاستقبال',
    toSeat: 'نحن قادمون إليكم',
    keepSeat: 'يرجى البقاء في مقاعدكم، عذرًا',
    moment: 'لحظة من فضلكم',
    askDesk: 'يعاد الاتصال بالقائمة. يرجى سؤال الاستقبال.',
    closed: 'مغلق',
    opens: (when) => `مغلق · نفتح ${when}`,
  },
  ru: {
    direction: 'ltr',
    waiting: 'Ожидают',
    nobody: 'Никто не ждёт.',
    nobodyCalled: 'Скоро следующий вызов.',
    next: { long: 'Следующий', short: 'Далее' },
    soon: { long: 'Скоро', short: 'Скоро' },
    over: { long: 'чуть позже', short: 'позже' },
    unknown: { long: 'пока неизвестно', short: '—' },
    minutes: span('мин'),
    order: 'Вызов по записи и специалисту, а не по порядку прихода.',
    orderBrief: 'По записи и специалисту, а не по порядку прихода.',
    ...delayWords.ru,
    forgotten: 'Кому-то ждать дольше. О вас не забыли.',
    later: {
      'provider-away': 'Извините за задержку: специалист опоздал или отошёл.',
      'long-visit': 'Извините за задержку: один приём затянулся.',
      'others-first': 'Извините за задержку: других приняли раньше.',
      busy: 'Извините за задержку: мы идём с отставанием.',
    },
    awayBrief: 'Извините за задержку: специалист задержался.',
    wanted: 'просим на ресепшн',
    toRoom: 'Пройдите, пожалуйста',
    toDesk: 'Подойдите, пожалуйста, на ресепшн',
    toSeat: 'Мы подойдём к вам',
    keepSeat: 'Пожалуйста, оставайтесь на месте, извините',
    moment: 'Одну минуту',
    askDesk: 'Список обновляется. Спросите, пожалуйста, на ресепшне.',
    closed: 'Закрыто',
    opens: (when) => `Закрыто · откроемся ${when}`,
  },
}

/** The words of a language; English where nobody has read them through yet. @param tag `de`, `de-CH` */
export const wordsIn = (tag: string): BoardWords => words[boardLanguageOf(tag) ?? 'en']

/** @returns undefined for a language the board does not speak */
export function boardLanguageOf(tag: string): BoardLanguage | undefined {
  const [primary] = tag.toLowerCase().split('-')
  return boardLanguages.find((language) => language === primary)
}

/** `K47, M36: please come to the desk` */
export const missingWords = (codes: readonly string[], { wanted }: BoardWords): string =>
  `${codes.join(', ')}: ${wanted}`
