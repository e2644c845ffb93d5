/** What slip and turn-around screen say to the patient, in the languages they can choose from. */

export interface PatientWords {
  /** Above the code. */
  readonly yourCode: string
  /** Above the codes of people who came together. */
  readonly yourCodes: string
  readonly watch: string
  readonly goThere: string
  /** The clinic's permanent line: who is called when. */
  readonly order: string
  readonly ask: string
  /** Beside the QR code. */
  readonly phone: string
}

/** By language tag. Polite forms throughout; nothing here tells what anybody came for. */
export const patientWords = {
  en: {
    yourCode: 'Your code is',
    yourCodes: 'Your codes are',
    watch: 'Please watch the screen in the waiting room.',
    goThere: 'When your code appears, go to the room shown beside it.',
    order: 'Called by appointment and clinician, not by order of arrival.',
    ask: 'Any questions? Please ask at the desk.',
    phone: 'You can also follow your turn on your phone.',
  },
  es: {
    yourCode: 'Su código es',
    yourCodes: 'Sus códigos son',
    watch: 'Por favor, mire la pantalla de la sala de espera.',
    goThere: 'Cuando aparezca su código, vaya a la sala que se indica al lado.',
    order: 'Se llama según la cita y el profesional, no por orden de llegada.',
    ask: '¿Tiene alguna duda? Pregunte en recepción.',
    phone: 'También puede seguir su turno en el teléfono.',
  },
  de: {
    yourCode: 'Ihr Code ist',
    yourCodes: 'Ihre Codes sind',
    watch: 'Bitte achten Sie auf den Bildschirm im Wartezimmer.',
    goThere: 'Wenn Ihr Code erscheint, gehen Sie in den Raum, der daneben steht.',
    order: 'Aufgerufen wird nach Termin und behandelnder Person, nicht nach der Reihenfolge der Ankunft.',
    ask: 'Haben Sie Fragen? Wenden Sie sich bitte an den Empfang.',
    phone: 'Sie können auch auf Ihrem Handy verfolgen, wann Sie an der Reihe sind.',
  },
  fr: {
    yourCode: 'Votre code est',
    yourCodes: 'Vos codes sont',
    watch: 'Veuillez regarder l’écran de la salle d’attente.',
    goThere: 'Quand votre code s’affiche, allez dans la salle indiquée à côté.',
    order: 'L’appel se fait selon le rendez-vous et le praticien, non selon l’ordre d’arrivée.',
    ask: 'Une question\u00a0? Adressez-vous à l’accueil.',
    phone: 'Vous pouvez aussi suivre votre tour sur votre téléphone.',
  },
  it: {
    yourCode: 'Il suo codice è',
    yourCodes: 'I vostri codici sono',
    watch: 'Guardi lo schermo nella sala d’attesa, per favore.',
    goThere: 'Quando appare il suo codice, vada nella stanza indicata accanto.',
    order: 'Si viene chiamati in base all’appuntamento e al medico, non all’ordine di arrivo.',
    ask: 'Ha domande? Chieda all’accettazione.',
    phone: 'Può seguire il suo turno anche sul telefono.',
  },
  tr: {
    yourCode: 'Kodunuz',
    yourCodes: 'Kodlarınız',
    watch: 'Lütfen bekleme odasındaki ekranı izleyin.',
    goThere: 'Kodunuz göründüğünde, yanında yazan odaya gidin.',
    order: 'Çağrılar geliş sırasına göre değil, randevuya ve hekime göre yapılır.',
    ask: 'Sorunuz mu var? Lütfen danışmaya sorun.',
    phone: 'Sıranızı telefonunuzdan da izleyebilirsiniz.',
  },
  uk: {
    yourCode: 'Ваш код',
    yourCodes: 'Ваші коди',
    watch: 'Будь ласка, стежте за екраном у залі очікування.',
    goThere: 'Коли з’явиться ваш код, пройдіть до кабінету, вказаного поруч.',
    order: 'Пацієнтів викликають за записом і за лікарем, а не в порядку приходу.',
    ask: 'Маєте запитання? Зверніться до реєстратури.',
    phone: 'Стежити за своєю чергою можна й на телефоні.',
  },
  ru: {
    yourCode: 'Ваш код',
    yourCodes: 'Ваши коды',
    watch: 'Пожалуйста, следите за экраном в зале ожидания.',
    goThere: 'Когда появится ваш код, пройдите в кабинет, указанный рядом.',
    order: 'Пациентов вызывают по записи и по врачу, а не в порядке прихода.',
    ask: 'Есть вопросы? Обратитесь в регистратуру.',
    phone: 'Следить за своей очередью можно и на телефоне.',
  },
  ar: {
    yourCode: 'رمزك هو',
    yourCodes: 'رموزكم هي',
    watch: 'يرجى متابعة الشاشة في غرفة الانتظار.',
    goThere: 'عند ظهور رمزك، توجّه إلى الغرفة المكتوبة بجانبه.',
    order: 'يتم النداء حسب الموعد والطبيب المعالج، وليس حسب ترتيب الوصول.',
    ask: 'هل لديك سؤال؟ اسأل موظفي الاستقبال.',
    phone: 'يمكنك أيضًا متابعة دورك على هاتفك.',
  },
  zh: {
    yourCode: '您的号码是',
    yourCodes: '你们的号码是',
    watch: '请留意候诊区的屏幕。',
    goThere: '屏幕上出现您的号码后，请前往旁边显示的诊室。',
    order: '按预约和医生叫号，不按到达先后顺序。',
    ask: '如有疑问，请咨询前台。',
    phone: '您也可以用手机查看叫号进度。',
  },
} as const satisfies Readonly<Record<string, PatientWords>>

export type PatientLanguage = keyof typeof patientWords

export const patientLanguages = Object.keys(patientWords) as readonly PatientLanguage[]

/**
 * The language there are words for.
 *
 * @param tag `de`, `pt-BR`; the part before the first hyphen decides. English when it is unknown or not there
 */
export function patientLanguage(tag: string | undefined): PatientLanguage {
  const [primary = ''] = (tag ?? '').split('-')
  return patientLanguages.find((known) => known === primary) ?? 'en'
}
