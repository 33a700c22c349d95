const bytes = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Two-byte characters of GBK: first byte 81 to FE, second 40 to FE without 7F. */
const FIRST = bytes(0x81, 0xfe)
const SECOND = bytes(0x40, 0xfe).filter((byte) => byte !== 0x7f)

/** The runtime can only read GBK, so writing it is reading it backwards. */
const made = (): Map<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, readonly [number, number]>()
  for (const first of FIRST) {
    for (const second of SECOND) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if (character.length === 1 && character !== '\uFFFD') codes.set(character, [first, second])
    }
  }
  return codes
}

let known: ReturnType<typeof made> | undefined

/** Text as GBK; a question mark for every character it does not have. */
export const gbk = (text: string): Buffer => {
  known ??= made()
  const codes = known
  return Buffer.from(
    [...text].flatMap((character) => {
      if (character <= '\x7f') return [character.charCodeAt(0)]
      return codes.get(character) ?? ['?'.charCodeAt(0)]
    }),
  )
}
