import type { Outline } from './outline.ts'

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/** Baseline, extended and progressive with Huffman codes. No camera writes the other ten: lossless, hierarchical, arithmetic. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** Any start of a frame; among them stand definitions of tables (C4, CC) and a reserved one (C8). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** A byte FF that is data, a marker without any, or one that restarts a scan. */
const isBare = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * A scan may cost nothing to send and a pass over all pixels to decode. Programs write about ten; a picture may legally have thousands.
 */
const MOST_SCANS = 64

type Walk = { at: number; marker: number; length: number }

/** The next marker from `at`, with the bytes of its segment; undefined where the bytes end before. */
const nextMarker = (view: DataView, bytes: Uint8Array, from: number): Walk | undefined => {
  let at = bytes.indexOf(0xff, from)
  if (at < 0) return undefined
  // Any number of FF may stand before a marker.
  while (bytes[at] === 0xff) at += 1
  const marker = bytes[at]
  if (marker === undefined) return undefined
  if (isBare(marker) || marker === END_OF_IMAGE) return { at: at + 1, marker, length: 0 }
  return at + 2 < bytes.length ? { at: at + 1, marker, length: view.getUint16(at + 1) } : undefined
}

/** Eight bits, and grey, colour or the four inks of a printer. */
const isPlain = (view: DataView, at: number): boolean =>
  view.getUint8(at + 2) === 8 && [1, 3, 4].includes(view.getUint8(at + 7))

const FRAME_BYTES = 8

/** The outline of bytes that begin as a JPEG; undefined where they have no size. What stands behind its end is not looked at. */
export const jpegOutline = (bytes: Uint8Array): Outline | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let outline: Outline | undefined
  let scans = 0
  let isSound = true
  const seen = (isWhole: boolean): Outline | undefined => outline && { ...outline, isWhole }
  for (let at = 2; ; ) {
    const next = nextMarker(view, bytes, at)
    if (!next) return seen(false)
    if (next.marker === END_OF_IMAGE) return seen(isSound && scans > 0 && scans <= MOST_SCANS)
    if (next.marker === START_OF_SCAN) scans += 1
    if (isFrame(next.marker)) {
      if (next.at + FRAME_BYTES > bytes.length) return seen(false)
      isSound = !outline && FRAMES.includes(next.marker) && isPlain(view, next.at)
      outline ??= {
        height: view.getUint16(next.at + 3),
        width: view.getUint16(next.at + 5),
        isAnimated: false,
        isWhole: false,
      }
    }
    at = next.at + next.length
  }
}
