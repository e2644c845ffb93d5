/** Writes what is said over a film, in the very frames in which it is said: shown always, for whoever cannot hear it. */
import { type Cue, captionAt } from '../../core/captions.ts'
import { keptTogether } from '../../core/kept-together.ts'
import type { VideoLayer } from './video-layer.ts'
import './captions.css'

export class CaptionPlate {
  readonly #plate: HTMLElement
  #layer: VideoLayer | undefined
  #shown: string | undefined

  /** @param root the layers; what is written lies over all of them */
  constructor(root: HTMLElement) {
    const zone = document.createElement('div')
    zone.className = 'captions'
    const stage = document.createElement('div')
    stage.className = 'captions-stage'
    stage.dataset.stage = 'zone'
    this.#plate = document.createElement('p')
    this.#plate.className = 'captions-plate'
    this.#plate.dir = 'auto'
    this.#plate.hidden = true
    stage.append(this.#plate)
    zone.append(stage)
    root.append(zone)
  }

  /** From now on the words go with the frames of this film. */
  follow(layer: VideoLayer, cues: readonly Cue[]): void {
    this.clear()
    if (cues.length === 0) return
    this.#layer = layer
    layer.onMediaTime = (mediaMs) => this.#show(captionAt(cues, mediaMs))
  }

  clear(): void {
    if (this.#layer !== undefined) this.#layer.onMediaTime = () => {}
    this.#layer = undefined
    this.#show(undefined)
  }

  /** Touches the page only when the words change: sixty times a second would cost frames. */
  #show(text: string | undefined): void {
    if (text === this.#shown) return
    this.#shown = text
    this.#plate.hidden = text === undefined
    this.#plate.textContent = keptTogether(text ?? '')
  }
}
