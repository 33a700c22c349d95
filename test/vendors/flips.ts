/** The text with one bit changed: every bit of every byte, or the first `bits` of each. */
export function* flips(text: Buffer, bits = 8): Generator<Buffer> {
  for (let at = 0; at < text.length; at++) {
    for (let bit = 0; bit < bits; bit++) {
      const changed = Buffer.from(text)
      changed.writeUInt8(text.readUInt8(at) ^ (1 << bit), at)
      yield changed
    }
  }
}
