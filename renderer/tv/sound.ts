/** Whether and how loud a film is heard: the one place that decides it. */
import type { ProgrammeItem } from '../../core/programme.ts'

/** Films are silent in a waiting room unless the clinic wants otherwise. */
export type Sound = 'off' | 'on'

/** @param sound what the clinic has chosen */
export function setSound(element: HTMLVideoElement, item: ProgrammeItem, sound: Sound = 'off'): void {
  element.muted = sound === 'off'
  element.volume = volumeOf(item.gainDb)
}

/** An element cannot play louder than the film is: what is too soft stays so. */
export const volumeOf = (gainDb: number | undefined): number => Math.min(1, 10 ** ((gainDb ?? 0) / 20))
