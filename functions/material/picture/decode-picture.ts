import { keepPicture } from './keep-picture.ts'
import { measurePicture } from './measure-picture.ts'
import { holding, type Vips } from './open-vips.ts'
import type { Measured, PictureRefusal, PictureTerms, SentPicture, TakenPicture } from './picture.ts'
import { readPixels } from './read-pixels.ts'

/** What is too dark or too bright is blurred, too, and only the light can be helped. */
const refusedAsMeasured = (
  { brightness, sharpness }: Pick<Measured, 'sharpness' | 'brightness'>,
  terms: PictureTerms,
): PictureRefusal | undefined => {
  if (brightness < terms.dark) return 'too_dark'
  if (brightness > terms.bright) return 'too_bright'
  return sharpness < terms.sharpness ? 'blurred' : undefined
}

/**
 * Decodes a picture and makes of its pixels the one that is kept. Throws, an error of the library mostly, where it cannot be decoded:
 * then nobody knows what state the library is in.
 */
export const decodePicture = (vips: Vips, sent: SentPicture): TakenPicture =>
  holding((hold) => {
    const { terms } = sent
    const image = readPixels(vips, hold, sent)
    const found = measurePicture(vips, hold, image)
    const because = refusedAsMeasured(found, terms)
    if (because) return { kind: 'refused', because }
    const { bytes, width, height } = keepPicture(hold, image, terms)
    return { kind: 'taken', bytes, type: 'image/jpeg', measured: { ...found, width, height, bytes: bytes.length } }
  })
