import type { Hold, Image, Vips } from './open-vips.ts'
import type { Measured } from './picture.ts'

/** Sharpness is compared at one size; px. A picture that is higher than twice that is measured smaller. */
const WIDTH = 800
const MOST_HEIGHT = 1600

/** Takes the grain of a dark photo away, which would count as sharp. px. */
const SOFTENED = 1.5

/** How much a pixel differs from the two beside it. Of a picture's rows and columns together that is the Laplacian. */
const DIFFERENCE = [1, -2, 1]

const laplacianOf = (vips: Vips, hold: Hold, grey: Image): Image => {
  // Of bytes the differences below zero would be cut off.
  const signed = hold(grey.cast('float'))
  const across = hold(vips.Image.newFromArray(DIFFERENCE))
  return hold(hold(signed.conv(across)).add(hold(signed.conv(hold(across.rot90())))))
}

/** How sharp a picture is, as variance of the Laplacian, and how bright, 0 to 255, both of its grey. */
export const measurePicture = (vips: Vips, hold: Hold, image: Image): Pick<Measured, 'sharpness' | 'brightness'> => {
  const grey = hold(image.colourspace('b-w'))
  const scaled = hold(grey.resize(Math.min(WIDTH / grey.width, MOST_HEIGHT / grey.height)))
  const soft = hold(scaled.gaussblur(SOFTENED))
  return { sharpness: laplacianOf(vips, hold, soft).deviate() ** 2, brightness: grey.avg() }
}
