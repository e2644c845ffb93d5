/** The template `questions`: an arch that turns into a question. */
import { QuestionsArt } from './art/question-art.tsx'
import { templateOf } from './template.tsx'

export const questions = templateOf('questions', {
  pace: { start: 4, each: 5, takes: 20, rise: 26, slide: 0 },
  cut: 'leaf',
  Art: QuestionsArt,
})
