/** An answer that is written out already: what is large and seldom new is not put into JSON again for everybody who asks. */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
