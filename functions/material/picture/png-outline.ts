import type { Outline } from './outline.ts'

const SIGNATURE_BYTES = 8
/** Length, type and check of a chunk. */
const CHUNK_BYTES = 12

const typeCode = (type: string): number => [...type].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0)
const FIRST = typeCode('IHDR')
const LAST = typeCode('IEND')
/** Says that what follows is an animation. */
const ANIMATION = typeCode('acTL')

/** The outline of bytes that begin as a PNG; undefined where they have no size. What stands behind its end is not looked at. */
export const pngOutline = (bytes: Uint8Array): Outline | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < SIGNATURE_BYTES + CHUNK_BYTES + 13 || view.getUint32(SIGNATURE_BYTES + 4) !== FIRST)
    return undefined
  const size = { width: view.getUint32(SIGNATURE_BYTES + 8), height: view.getUint32(SIGNATURE_BYTES + 12) }
  let isAnimated = false
  for (let at = SIGNATURE_BYTES; at + CHUNK_BYTES <= bytes.length; at += CHUNK_BYTES + view.getUint32(at)) {
    const type = view.getUint32(at + 4)
    if (type === LAST) return { ...size, isAnimated, isWhole: true }
    isAnimated ||= type === ANIMATION
  }
  return { ...size, isAnimated, isWhole: false }
}
