/** An answer that is written out already: what is large and seldom new is not put into JSON again for everybody who asks. */
export class JsonText {
  readonly bytes: Buffer<ArrayBuffer>

  constructor(...parts: readonly (string | Buffer)[]) {
    this.bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  }
}
