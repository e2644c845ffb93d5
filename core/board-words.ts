/** Every word that the board shows or the voice says, in the languages somebody has read through: short enough for a wall. */
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

export interface BoardWords {
  readonly direction: 'ltr' | 'rtl'
  readonly waiting: string
  readonly nobody: string
  readonly nobodyCalled: string
  readonly next: Lengths
  readonly soon: Lengths
  readonly over: Lengths
  readonly unknown: Lengths
  readonly minutes: (wait: ShownMinutes) => string
  /** Why somebody else may come first. */
  readonly order: string
  readonly delay: (minutes: number) => string
  readonly forgotten: string
  /** Why what was said first has moved later, for whomever it concerns. */
  readonly later: Readonly<Record<LaterReason, string>>
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
    delay: (minutes) =>
      `Some appointments are running about ${minutes} minutes late. We are sorry. Ask us if you would like another time.`,
    forgotten: 'For some it takes longer than we said. You have not been forgotten.',
    later: {
      'provider-away': 'For some it takes longer, sorry: somebody in the team is late or away.',
      'long-visit': 'For some it takes longer, sorry: a visit is taking longer than planned.',
      'others-first': 'For some it takes longer, sorry: others had to go first.',
      busy: 'For some it takes longer, sorry: we are slower today than expected.',
    },
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
    order: 'Se llama según la cita y el profesional, no por orden de llegada.',
    delay: (minutes) =>
      `Algunas citas llevan unos ${minutes} minutos de retraso. Lo sentimos. Si prefiere otra hora, díganoslo.`,
    forgotten: 'Para algunas personas tarda más de lo dicho. No nos hemos olvidado.',
    later: {
      'provider-away': 'Para algunas personas tarda más, disculpen: alguien del equipo se retrasa o no está.',
      'long-visit': 'Para algunas personas tarda más, disculpen: una visita dura más de lo previsto.',
      'others-first': 'Para algunas personas tarda más, disculpen: otros tenían que pasar antes.',
      busy: 'Para algunas personas tarda más, disculpen: hoy vamos más despacio de lo previsto.',
    },
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
    delay: (minutes) =>
      `Einige Termine verspäten sich um etwa ${minutes} Minuten. Das tut uns leid. Fragen Sie uns gern nach einem anderen Termin.`,
    forgotten: 'Bei einigen dauert es länger als gesagt. Sie sind nicht vergessen.',
    later: {
      'provider-away':
        'Bei einigen dauert es länger, Entschuldigung: Jemand aus dem Team verspätet sich oder macht Pause.',
      'long-visit': 'Bei einigen dauert es länger, Entschuldigung: Ein Termin dauert länger als geplant.',
      'others-first': 'Bei einigen dauert es länger, Entschuldigung: Andere mussten vorgehen.',
      busy: 'Bei einigen dauert es länger, Entschuldigung: Es geht heute langsamer als erwartet.',
    },
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
    order: 'Appel selon le rendez-vous et le praticien, non selon l’arrivée.',
    delay: (minutes) =>
      `Certains rendez-vous ont environ ${minutes} minutes de retard. Nous en sommes désolés. Demandez-nous si vous préférez un autre horaire.`,
    forgotten: 'Pour certains, c’est plus long que prévu. Nous ne vous oublions pas.',
    later: {
      'provider-away': 'Pour certains, c’est plus long, pardon\u00a0: un membre de l’équipe est en retard ou absent.',
      'long-visit': 'Pour certains, c’est plus long, pardon\u00a0: une consultation dure plus que prévu.',
      'others-first': 'Pour certains, c’est plus long, pardon\u00a0: d’autres ont dû passer avant.',
      busy: 'Pour certains, c’est plus long, pardon\u00a0: nous avançons moins vite que prévu.',
    },
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
    order: 'Çağrı randevuya ve uzmana göredir, geliş sırasına göre değil.',
    delay: (minutes) =>
      `Bazı randevular yaklaşık ${minutes} dakika gecikiyor. Özür dileriz. Başka bir saat isterseniz bize söyleyin.`,
    forgotten: 'Bazıları için söylediğimizden uzun sürüyor. Sizi unutmadık.',
    later: {
      'provider-away': 'Bazıları için daha uzun sürüyor, özür dileriz: ekipten biri gecikti veya burada değil.',
      'long-visit': 'Bazıları için daha uzun sürüyor, özür dileriz: bir görüşme planlanandan uzun sürüyor.',
      'others-first': 'Bazıları için daha uzun sürüyor, özür dileriz: önce başkalarının girmesi gerekti.',
      busy: 'Bazıları için daha uzun sürüyor, özür dileriz: bugün beklenenden yavaş ilerliyor.',
    },
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
    order: 'النداء بحسب الموعد والمعالج، وليس بحسب ترتيب الوصول.',
    delay: (minutes) => `بعض المواعيد متأخرة نحو ${minutes} دقيقة. نعتذر عن ذلك. أخبرونا إن كنتم تفضلون موعدًا آخر.`,
    forgotten: 'قد يطول الانتظار لدى البعض أكثر مما ذكرنا. لم ننسكم.',
    later: {
      'provider-away': 'قد يطول الانتظار لدى البعض، نعتذر: أحد أعضاء الفريق متأخر أو غير موجود.',
      'long-visit': 'قد يطول الانتظار لدى البعض، نعتذر: إحدى الزيارات تستغرق وقتًا أطول من المتوقع.',
      'others-first': 'قد يطول الانتظار لدى البعض، نعتذر: كان لا بد أن يدخل آخرون أولًا.',
      busy: 'قد يطول الانتظار لدى البعض، نعتذر: العمل اليوم أبطأ من المتوقع.',
    },
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
    order: 'Вызываем по записи и специалисту, а не по порядку прихода.',
    delay: (minutes) =>
      `Некоторые приёмы задерживаются примерно на ${minutes} мин. Приносим извинения. Если удобнее другое время, скажите нам.`,
    forgotten: 'Некоторым придётся ждать дольше. О вас не забыли.',
    later: {
      'provider-away': 'Некоторым придётся ждать дольше, извините: специалист задерживается или отсутствует.',
      'long-visit': 'Некоторым придётся ждать дольше, извините: один приём длится дольше, чем планировалось.',
      'others-first': 'Некоторым придётся ждать дольше, извините: другие должны были пройти раньше.',
      busy: 'Некоторым придётся ждать дольше, извините: сегодня всё идёт медленнее, чем ожидалось.',
    },
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
export function missingWords(codes: readonly string[], { toDesk }: BoardWords): string {
  return `${codes.join(', ')}: ${toDesk.slice(0, 1).toLowerCase()}${toDesk.slice(1)}`
}
