/** How the visit was, in two taps; no text of one's own. */
import { feedbackTopics } from '../../core/phone-words/words.ts'
import { button, element } from './elements.ts'
import type { PageContext } from './page-context.ts'

export function feedbackForm({ snapshot, words, rating, isFresh, isRefused, onRate, onSendRating }: PageContext): Node {
  if (snapshot.rated) return element('p', { class: 'noted' }, words.sent)
  const { value, about } = rating
  const choose = (input: HTMLInputElement, isChosen: boolean, onChoose: () => void) => {
    input.checked = isChosen
    input.addEventListener('change', onChoose)
    return input
  }
  const option = (type: 'radio' | 'checkbox', name: string, text: string, isChosen: boolean, onChoose: () => void) => {
    const input = element('input', { name, attributes: { type, name: type === 'radio' ? 'rating' : name } })
    return element('label', {}, choose(input, isChosen, onChoose), element('span', {}, text))
  }
  const ratings = words.ratings
    .map((text, index) =>
      option('radio', `rate-${index + 1}`, text, value === index + 1, () => onRate({ ...rating, value: index + 1 })),
    )
    // The best first: the thumb rests below, and nobody is led.
    .reverse()
  const topics = feedbackTopics.map((topic) =>
    option('checkbox', topic, words.topics[topic], about.includes(topic), () => {
      const next = about.includes(topic) ? about.filter((one) => one !== topic) : [...about, topic]
      onRate({ ...rating, about: next })
    }),
  )
  const send = button('send', 'first', words.send, onSendRating)
  send.disabled = value === undefined || !isFresh
  return element(
    'section',
    { class: 'feedback' },
    element('fieldset', { class: 'ratings' }, element('legend', {}, words.rate), ...ratings),
    value !== undefined &&
      element('fieldset', { class: 'topics' }, element('legend', {}, words.about), element('div', {}, ...topics)),
    isRefused && element('p', { class: 'refused', attributes: { role: 'alert' } }, words.notPossible),
    send,
    element('p', { class: 'small' }, words.anonymous),
  )
}
