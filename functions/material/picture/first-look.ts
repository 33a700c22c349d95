import { jpegOutline } from './jpeg-outline.ts'
import type { PictureRefusal, PictureType, SentPicture } from './picture.ts'
import { pngOutline } from './png-outline.ts'

/** The first bytes of each form. Nothing else is decoded, whatever a decoder would make of it: SVG, GIF, TIFF, HEIC, PDF. */
const signatures: Record<PictureType, readonly number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

const outlines = { 'image/jpeg': jpegOutline, 'image/png': pngOutline }

/** What can be refused before anything of a picture is decoded; undefined where only its pixels can tell. Milliseconds for ten megabytes. */
export const refusedAtSight = ({ bytes, type, terms }: SentPicture): PictureRefusal | undefined => {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > terms.mostBytes) return 'too_big'
  if (!signatures[type].every((byte, at) => bytes[at] === byte)) return 'wrong_format'
  const outline = outlines[type](bytes)
  if (!outline) return 'decode_failed'
  const side = Math.min(outline.width, outline.height)
  if (side < 1) return 'decode_failed'
  if (outline.width * outline.height > terms.mostPixels) return 'too_many_pixels'
  if (outline.isAnimated) return 'animated'
  if (!outline.isWhole) return 'decode_failed'
  return side < terms.leastSide ? 'too_small' : undefined
}
