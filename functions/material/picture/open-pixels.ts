import { measurePicture } from './measure-picture.ts'
import { holding, type Vips } from './open-vips.ts'
import type { Measured } from './picture.ts'

/** Colours of a picture, three bytes a pixel, row by row, and how it is measured. */
export type OpenPixels = Pick<Measured, 'sharpness' | 'brightness'> & {
  pixels: { width: number; height: number; data: Uint8Array }
}

/** The pixels of a JPEG that was taken in and made by us: not for bytes that somebody sent. Throws where they are none. */
export const openPixels = (vips: Vips, bytes: Uint8Array): OpenPixels =>
  holding((hold) => {
    const image = hold(hold(vips.Image.jpegloadBuffer(bytes, { fail_on: 'error' })).colourspace('srgb'))
    const { width, height } = image
    return {
      ...measurePicture(vips, hold, image),
      pixels: { width, height, data: new Uint8Array(image.writeToMemory()) },
    }
  })
