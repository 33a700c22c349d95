import { type Hold, holding, type Image, type Vips } from '../../functions/material/picture/open-vips.ts'
import type { Measured, PictureType, TakenPicture } from '../../functions/material/picture/picture.ts'
import { takePicture } from '../../functions/material/picture/take-picture.ts'
import { drawing } from '../../local/specimens/drawing.ts'
import { TERMS } from './terms.ts'

/** What a picture came to be; throws where it was refused. */
export const taken = (picture: TakenPicture): { bytes: Uint8Array; measured: Measured } => {
  if (picture.kind !== 'taken') throw new Error(`the picture was refused: ${picture.because}`)
  return picture
}

/** Why a picture was refused, or that it was taken. */
export const outcome = (picture: TakenPicture): string => (picture.kind === 'taken' ? 'taken' : picture.because)

/** Takes a picture as tests do, and answers what is kept of it. */
export const keep = async (bytes: Uint8Array, type: PictureType, more: Partial<typeof TERMS> = {}) =>
  taken(await takePicture(bytes, type, { ...TERMS, ...more }))

/** Does something with the library that tests draw with, and lets go of all it took. */
export const withVips = async <T>(work: (vips: Vips, hold: Hold) => T): Promise<T> => {
  const vips = await drawing()
  return holding((hold) => work(vips, hold))
}

/** The colour of a place of an image, in parts of its width and height. */
export const colourAt = (image: Image, [x, y]: readonly [number, number]): number[] =>
  image.getpoint(Math.floor(image.width * x), Math.floor(image.height * y))
