import type { Hold, Image } from './open-vips.ts'
import type { PictureTerms } from './picture.ts'

type Kept = { bytes: Uint8Array; width: number; height: number }

/** Below the least, letters suffer more than by being smaller. */
const BEST_QUALITY = 85
const LEAST_QUALITY = 45
const QUALITY_STEP = 10
/** Beyond what the ratio of the bytes asks for, so that one step nearly always is enough. */
const MARGIN = 0.95
const MOST_STEPS = 20

/** Without anything but the pixels: no place, no time, no camera, no preview, no comment. */
const encoded = (image: Image, quality: number): Uint8Array =>
  image.jpegsaveBuffer({ Q: quality, keep: 'none', optimize_coding: true })

/**
 * A picture as the JPEG that is kept of it, of at most `keptBytes`: first at less quality, then smaller. Throws where even a picture of a
 * few pixels is more.
 */
export const keepPicture = (hold: Hold, image: Image, { keptBytes }: PictureTerms): Kept => {
  const fits = ({ length }: Uint8Array): boolean => length <= keptBytes
  let quality = BEST_QUALITY
  let bytes = encoded(image, quality)
  while (!fits(bytes) && quality > LEAST_QUALITY) {
    quality -= QUALITY_STEP
    bytes = encoded(image, quality)
  }
  let current = image
  for (let step = 0; !fits(bytes); step += 1) {
    if (step === MOST_STEPS) throw new Error(`no picture fits ${keptBytes} bytes`)
    current = hold(current.resize(Math.sqrt(keptBytes / bytes.length) * MARGIN))
    bytes = encoded(current, quality)
  }
  return { bytes, width: current.width, height: current.height }
}
