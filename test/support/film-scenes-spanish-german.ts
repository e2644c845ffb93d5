/** The sample scenes of the templates in Spanish and German: longer words than English ones. */
import type { Scene } from '../../core/scene.ts'
import { shown } from './film-scene-picture.ts'

export const es: readonly Scene[] = [
  { kind: 'title', title: 'Relleno de labios y mejillas', subtitle: 'Qué ocurre y qué decide usted', minutes: 40 },
  {
    kind: 'text',
    heading: 'Antes de empezar',
    paragraphs: [
      'Primero hablamos y miramos juntos. Nada empieza hasta que usted lo diga.',
      'Puede parar cuando quiera.',
    ],
  },
  {
    kind: 'points',
    heading: 'Traiga, por favor',
    points: ['La lista de sus medicinas', 'Sus gafas', 'Sus preguntas por escrito', 'A alguien que le acompañe'],
  },
  {
    kind: 'steps',
    heading: 'Paso a paso',
    steps: [
      'Limpiamos y dormimos la piel',
      'Primero un lado, despacio',
      'Miramos juntos y seguimos',
      'Descansa diez minutos',
    ],
  },
  {
    kind: 'note',
    heading: 'Una pausa para usted',
    note: '¿Cuánto calor siente, del uno al diez? Diga basta cuando quiera.',
  },
  {
    kind: 'callout',
    heading: 'Llámenos enseguida',
    urgency: 'urgent',
    text: 'Si la piel se pone blanca o azul, si duele cada vez más o si cambia su vista.',
  },
  {
    kind: 'checklist',
    heading: 'Díganos antes de empezar',
    items: ['Migraña', 'Cita con el dentista', 'Antibióticos o suplementos', 'Embarazo, o si es posible'],
  },
  {
    kind: 'picture',
    heading: 'La sala',
    caption: 'Está cómodamente tumbado y siempre hay alguien más.',
    picture: shown,
  },
  {
    kind: 'timeline',
    heading: 'Cómo se cura',
    stages: [
      { when: 'Días 1–3', text: 'Hinchazón y moratones', care: 'frío suave, descanso' },
      { when: 'Días 4–7', text: 'Baja la hinchazón', care: 'sin sauna ni deporte' },
      { when: 'Semana 2', text: 'Ahora se ve el resultado' },
    ],
  },
  {
    kind: 'chart',
    heading: 'Lo que evitamos',
    chart: 'face',
    regions: [
      { region: 'vessels', text: 'sabemos por dónde van' },
      { region: 'nerves', text: 'díganos qué siente' },
    ],
  },
  {
    kind: 'sides',
    heading: '¿Por vídeo o aquí?',
    sides: [
      { label: 'Por vídeo', points: ['Sin viaje', 'Bueno para el control', 'Desde casa'] },
      { label: 'En persona', points: ['Podemos tratar', 'Sin fallos técnicos', 'Más cercano'] },
    ],
  },
  {
    kind: 'numbers',
    heading: 'En breve',
    numbers: [
      { value: '40 min', label: 'con nosotros, charla incluida' },
      { value: '7 días', label: 'hasta que baja la hinchazón' },
    ],
  },
  {
    kind: 'people',
    heading: 'Quién está con usted',
    people: [
      { name: 'Ana', role: 'coordinadora', says: 'Explico, organizo y escucho.' },
      { role: 'Su enfermera', says: 'Estoy con usted todo el tiempo.' },
    ],
  },
  {
    kind: 'terms',
    heading: 'Primera terapia de luz',
    until: '2026-12-31',
    terms: ['Después de hablar con un médico', 'Una por persona'],
  },
  {
    kind: 'code',
    heading: 'Reserve el control',
    text: 'Apunte aquí con la cámara.',
    url: 'https://example.org/control',
  },
  { kind: 'closing', closing: 'Ninguna pregunta es pequeña.' },
]

export const de: readonly Scene[] = [
  {
    kind: 'title',
    title: 'Filler für Lippen und Wangen',
    subtitle: 'Was geschieht und was Sie entscheiden',
    minutes: 40,
  },
  {
    kind: 'text',
    heading: 'Bevor wir beginnen',
    paragraphs: [
      'Erst sprechen wir und schauen gemeinsam. Nichts beginnt, bevor Sie es sagen.',
      'Sie können jederzeit aufhören.',
    ],
  },
  {
    kind: 'points',
    heading: 'Bitte mitbringen',
    points: ['Liste Ihrer Medikamente', 'Ihre Brille', 'Ihre Fragen, aufgeschrieben', 'Eine Begleitung nach Hause'],
  },
  {
    kind: 'steps',
    heading: 'Schritt für Schritt',
    steps: [
      'Wir reinigen und betäuben',
      'Erst eine Seite, langsam',
      'Gemeinsam schauen, dann weiter',
      'Sie ruhen zehn Minuten',
    ],
  },
  {
    kind: 'note',
    heading: 'Eine Pause für Sie',
    note: 'Wie warm ist es, von eins bis zehn? Sagen Sie jederzeit Halt.',
  },
  {
    kind: 'callout',
    heading: 'Rufen Sie sofort an',
    urgency: 'urgent',
    text: 'Wenn die Haut weiß oder blau wird, es immer mehr schmerzt oder Sie anders sehen.',
  },
  {
    kind: 'checklist',
    heading: 'Sagen Sie uns vorher',
    items: ['Migräne', 'Geplante Zahnbehandlung', 'Antibiotika oder Nahrungsergänzung', 'Schwangerschaft'],
  },
  { kind: 'picture', heading: 'Der Raum', caption: 'Sie liegen bequem, und wir sind immer zu zweit.', picture: shown },
  {
    kind: 'timeline',
    heading: 'So heilt es',
    stages: [
      { when: 'Tage 1–3', text: 'Schwellung, blaue Flecken', care: 'sanft kühlen, ruhen' },
      { when: 'Tage 4–7', text: 'Schwellung geht zurück', care: 'keine Sauna, kein Sport' },
      { when: 'Woche 2', text: 'Jetzt sieht man das Ergebnis' },
    ],
  },
  {
    kind: 'chart',
    heading: 'Was wir schonen',
    chart: 'neck',
    regions: [
      { region: 'vessels', text: 'wir kennen ihren Verlauf' },
      { region: 'neck-bands', text: 'nur sehr flach' },
    ],
  },
  {
    kind: 'sides',
    heading: 'Per Video oder hier?',
    sides: [
      { label: 'Per Video', points: ['Kein Weg', 'Gut zur Kontrolle', 'Von überall'] },
      { label: 'Vor Ort', points: ['Wir können behandeln', 'Keine Technik im Weg', 'Persönlicher'] },
    ],
  },
  {
    kind: 'numbers',
    heading: 'Kurz gesagt',
    numbers: [
      { value: '40 min', label: 'bei uns, mit Gespräch' },
      { value: '7 Tage', label: 'bis die Schwellung weg ist' },
    ],
  },
  {
    kind: 'people',
    heading: 'Wer für Sie da ist',
    people: [
      { name: 'Ana', role: 'Koordinatorin', says: 'Ich erkläre, ordne und höre zu.' },
      { role: 'Ihre Pflegekraft', says: 'Ich bin die ganze Zeit bei Ihnen.' },
    ],
  },
  {
    kind: 'terms',
    heading: 'Erste Lichttherapie',
    until: '2026-12-31',
    terms: ['Nach einem ärztlichen Gespräch', 'Eine pro Person'],
  },
  {
    kind: 'code',
    heading: 'Kontrolle buchen',
    text: 'Richten Sie Ihre Kamera hierher.',
    url: 'https://example.org/kontrolle',
  },
  { kind: 'closing', closing: 'Keine Frage ist zu klein.' },
]
