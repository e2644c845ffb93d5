/** The sample scenes of the templates in Arabic and Chinese: another direction, and no spaces. */
import type { Scene } from '../../core/scene.ts'
import { shown } from './film-scene-picture.ts'

export const ar: readonly Scene[] = [
  { kind: 'title', title: 'حشو الشفاه والخدين', subtitle: 'ماذا يحدث وما الذي تقرره', minutes: 40 },
  {
    kind: 'text',
    heading: 'قبل أن نبدأ',
    paragraphs: ['نتحدث أولًا وننظر معًا. لا شيء يبدأ قبل أن توافق.', 'يمكنك التوقف في أي وقت.'],
  },
  { kind: 'points', heading: 'أحضر معك من فضلك', points: ['قائمة أدويتك', 'نظارتك', 'أسئلتك مكتوبة'] },
  {
    kind: 'steps',
    heading: 'خطوة بخطوة',
    steps: ['ننظف البشرة ونخدرها', 'جانب واحد أولًا وببطء', 'ننظر معًا ثم الجانب الآخر'],
  },
  { kind: 'note', heading: 'وقفة لك', note: 'كم الحرارة من واحد إلى عشرة؟ قل توقف متى شئت.' },
  {
    kind: 'callout',
    heading: 'اتصل بنا فورًا',
    urgency: 'urgent',
    text: 'إذا ابيض الجلد أو ازرق أو زاد الألم أو تغير بصرك.',
  },
  {
    kind: 'checklist',
    heading: 'أخبرنا قبل أن نبدأ',
    items: ['الصداع النصفي', 'موعد قريب للأسنان', 'مضادات حيوية أو مكملات'],
  },
  { kind: 'picture', heading: 'الغرفة', caption: 'تستلقي براحة ومعنا شخص آخر دائمًا.', picture: shown },
  {
    kind: 'timeline',
    heading: 'كيف يلتئم',
    stages: [
      { when: 'الأيام 1–3', text: 'تورم وكدمات صغيرة', care: 'برد بلطف واسترح' },
      { when: 'الأيام 4–7', text: 'يزول التورم', care: 'بلا ساونا ولا رياضة' },
      { when: 'الأسبوع 2', text: 'الآن تظهر النتيجة' },
    ],
  },
  {
    kind: 'chart',
    heading: 'ما نتجنبه',
    chart: 'face',
    regions: [
      { region: 'vessels', text: 'نعرف مسارها' },
      { region: 'nerves', text: 'نسألك عما تشعر به' },
    ],
  },
  {
    kind: 'sides',
    heading: 'بالفيديو أم هنا؟',
    sides: [{ points: ['بلا سفر', 'جيد للمتابعة'] }, { points: ['نستطيع العلاج', 'أقرب إليك'] }],
  },
  {
    kind: 'numbers',
    heading: 'باختصار',
    numbers: [
      { value: '40', label: 'دقيقة معنا مع الحديث' },
      { value: '7', label: 'أيام حتى يزول التورم' },
    ],
  },
  {
    kind: 'people',
    heading: 'من يكون معك',
    people: [
      { name: 'آنا', role: 'المنسقة', says: 'أشرح وأرتب وأستمع.' },
      { role: 'ممرضتك', says: 'أنا معك طوال الوقت.' },
    ],
  },
  { kind: 'terms', heading: 'أول علاج بالضوء', until: '2026-12-31', terms: ['بعد حديث مع الطبيب', 'مرة لكل شخص'] },
  { kind: 'code', heading: 'احجز المتابعة', text: 'وجه الكاميرا إلى هنا.', url: 'https://example.org/follow-up' },
  { kind: 'closing', closing: 'لا سؤال صغير.' },
]

export const zh: readonly Scene[] = [
  { kind: 'title', title: '唇部和面颊填充', subtitle: '会发生什么，由您决定什么', minutes: 40 },
  {
    kind: 'text',
    heading: '开始之前',
    paragraphs: ['我们先交谈，一起看。您同意之前，什么都不会开始。', '您随时可以停下。'],
  },
  { kind: 'points', heading: '请带上', points: ['您的用药清单', '您的眼镜', '写下来的问题'] },
  { kind: 'steps', heading: '一步一步', steps: ['清洁并麻醉皮肤', '先做一侧，慢慢来', '一起看，再做另一侧'] },
  { kind: 'note', heading: '给您的停顿', note: '从一到十，有多热？随时可以喊停。' },
  {
    kind: 'callout',
    heading: '请立即联系我们',
    urgency: 'urgent',
    text: '如果皮肤发白或发青，越来越痛，或视力有变化。',
  },
  { kind: 'checklist', heading: '开始前请告诉我们', items: ['偏头痛', '近期的牙科治疗', '抗生素或补充剂'] },
  { kind: 'picture', heading: '房间', caption: '您舒适地躺着，始终有另一个人陪着。', picture: shown },
  {
    kind: 'timeline',
    heading: '恢复过程',
    stages: [
      { when: '第1–3天', text: '肿胀和小瘀斑', care: '轻轻冷敷，休息' },
      { when: '第4–7天', text: '肿胀消退', care: '不蒸桑拿，不运动' },
      { when: '第2周', text: '现在看得到结果' },
    ],
  },
  {
    kind: 'chart',
    heading: '我们避开什么',
    chart: 'face',
    regions: [
      { region: 'vessels', text: '我们了解走向' },
      { region: 'nerves', text: '我们会问您的感觉' },
    ],
  },
  {
    kind: 'sides',
    heading: '视频还是到院？',
    sides: [
      { label: '视频', points: ['不用出门', '适合随访'] },
      { label: '到院', points: ['可以检查和治疗', '更亲近'] },
    ],
  },
  {
    kind: 'numbers',
    heading: '简单来说',
    numbers: [
      { value: '40分钟', label: '包括交谈' },
      { value: '7天', label: '肿胀消退' },
    ],
  },
  {
    kind: 'people',
    heading: '谁陪着您',
    people: [
      { name: '安娜', role: '协调员', says: '我解释、安排、倾听。' },
      { role: '您的护士', says: '我一直陪着您。' },
    ],
  },
  { kind: 'terms', heading: '第一次光疗', until: '2026-12-31', terms: ['与医生谈话之后', '每人一次'] },
  { kind: 'code', heading: '预约随访', text: '请用手机扫描。', url: 'https://example.org/follow-up' },
  { kind: 'closing', closing: '没有太小的问题。' },
]
