import type { PictureRefusal, PictureType } from '../../functions/material/picture/picture.ts'

/** Bytes that somebody might send as a picture, and what becomes of them. */
export type HostilePicture = { name: string; type: PictureType; bytes: Uint8Array; expected: 'taken' | PictureRefusal }

/** Those of one form by their names. */
export const ofType = (
  type: PictureType,
  expected: HostilePicture['expected'],
  files: Readonly<Record<string, Uint8Array>>,
): HostilePicture[] =>
  Object.entries(files).map(([name, bytes]) => ({ name: `${type.slice(6)}: ${name}`, type, bytes, expected }))

/** Bytes that look like chance and are always the same (xorshift). */
export const noise = (length: number, seed: number): Buffer => {
  let state = seed
  return Buffer.from(
    Array.from({ length }, () => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return state & 0xff
    }),
  )
}

/** The first so many of so many parts. */
export const cut = (bytes: Uint8Array, part: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * part))

/** The same with some bits of one byte changed. */
export const flipped = (bytes: Uint8Array, at: number, bits = 0x55): Uint8Array => {
  const copy = bytes.slice()
  copy[at] = Number(copy[at]) ^ bits
  return copy
}
