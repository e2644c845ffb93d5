/** That some appointments run late, in full where each phrase fits on the board, else briefly; and that nobody is called for a while. */

export interface DelayWords {
  readonly delay: (minutes: number) => string
  readonly delayBrief: (minutes: number) => string
  /** @param time as the clinic's clocks show it: `13:30` */
  readonly pause: (time: string) => string
}

export const delayWords = {
  en: {
    delay: (minutes) =>
      `Some appointments are running about ${minutes} minutes late. We are sorry. Ask us if you would like another time.`,
    delayBrief: (minutes) => `Some are about ${minutes} min late. Sorry. Ask for another time.`,
    pause: (time) => `Break until ${time}`,
  },
  es: {
    delay: (minutes) =>
      `Algunas citas llevan unos ${minutes} minutos de retraso. Lo sentimos. Si prefiere otra hora, díganoslo.`,
    delayBrief: (minutes) => `Algunas citas: unos ${minutes} min tarde. Disculpe. Puede pedir otra hora.`,
    pause: (time) => `Pausa hasta las ${time}`,
  },
  de: {
    delay: (minutes) =>
      `Einige Termine verspäten sich um etwa ${minutes} Minuten. Das tut uns leid. Fragen Sie uns gern nach einem anderen Termin.`,
    delayBrief: (minutes) => `Teils etwa ${minutes} min später. Entschuldigung. Ein neuer Termin ist möglich.`,
    pause: (time) => `Pause bis ${time}`,
  },
  fr: {
    delay: (minutes) =>
      `Certains rendez-vous ont environ ${minutes} minutes de retard. Nous en sommes désolés. Demandez-nous si vous préférez un autre horaire.`,
    delayBrief: (minutes) => `Retards d’environ ${minutes} min. Désolés. Un autre horaire est possible.`,
    pause: (time) => `Pause jusqu’à ${time}`,
  },
  tr: {
    delay: (minutes) =>
      `Bazı randevular yaklaşık ${minutes} dakika gecikiyor. Özür dileriz. Başka bir saat isterseniz bize söyleyin.`,
    delayBrief: (minutes) => `Yaklaşık ${minutes} dk gecikme var. Özür dileriz. Başka saat isteyebilirsiniz.`,
    pause: (time) => `Mola bitişi: ${time}`,
  },
  ar: {
    delay: (minutes) => `بعض المواعيد متأخرة نحو ${minutes} دقيقة. نعتذر عن ذلك. أخبرونا إن كنتم تفضلون موعدًا آخر.`,
    delayBrief: (minutes) => `تأخير نحو ${minutes} دقيقة للبعض. نعتذر. يمكنكم طلب موعد آخر.`,
    pause: (time) => `استراحة حتى \u2066${time}\u2069`,
  },
  ru: {
    delay: (minutes) =>
      `Некоторые приёмы задерживаются примерно на ${minutes} мин. Приносим извинения. Если удобнее другое время, скажите нам.`,
    delayBrief: (minutes) => `Есть задержки: около ${minutes} мин. Извините. Можно изменить время.`,
    pause: (time) => `Перерыв до ${time}`,
  },
} as const satisfies Readonly<Record<string, DelayWords>>
