/** Looks through what could be taken back, and takes it out. */
import type { Step, Steps } from './queue-state.ts'

function* newestFirst(steps: Steps | undefined): Generator<Step> {
  for (let rest = steps; rest !== undefined; rest = rest.earlier) yield rest.newest
}

/** The newest of them that fits. */
export function findStep(steps: Steps | undefined, fits: (step: Step) => boolean): Step | undefined {
  for (const step of newestFirst(steps)) if (fits(step)) return step
  return undefined
}

/** In the order in which they were made. */
export function stepsAfter(steps: Steps | undefined, step: Step): readonly Step[] {
  const later: Step[] = []
  for (const other of newestFirst(steps)) {
    if (other === step) return later.reverse()
    later.push(other)
  }
  throw new RangeError(`The step of event ${step.event} is none of these`)
}

export function withoutStep(steps: Steps | undefined, step: Step): Steps | undefined {
  let rest = steps
  while (rest !== undefined && rest.newest !== step) rest = rest.earlier
  return stepsAfter(steps, step).reduce<Steps | undefined>((earlier, newest) => ({ newest, earlier }), rest?.earlier)
}
