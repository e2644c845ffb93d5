/** The templates of films by name, with what each is good for. */
import type { Template } from '../../../core/scene.ts'

export const templateWords: Readonly<Record<Template, { readonly name: string; readonly note: string }>> = {
  procedure: { name: 'Treatment', note: 'What happens step by step, and what you decide.' },
  recovery: { name: 'Recovery', note: 'The days and weeks afterwards, and what helps.' },
  risk: { name: 'Risks', note: 'What can happen and where, and what to tell us before.' },
  'follow-up': { name: 'Follow-up', note: 'When to come back, and how to book.' },
  plan: { name: 'Treatment plan', note: 'Three to six months, visit by visit.' },
  telehealth: { name: 'By video', note: 'For and against a visit by video, and how it works.' },
  team: { name: 'Team', note: 'Who does what, and whom to ask.' },
  offer: { name: 'Offer', note: 'What it is, until when it holds, and its terms.' },
  welcome: { name: 'Welcome', note: 'Where people are, and what happens now.' },
  questions: { name: 'Questions', note: 'What is worth asking today.' },
  notice: { name: 'Notice', note: 'One thing everybody should know, in a few words.' },
}
