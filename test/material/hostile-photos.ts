import { type Hold, holding, type Image, type Vips } from '../../functions/material/picture/open-vips.ts'
import { anybody, drawnPage } from './good-picture.ts'
import type { Jpegs } from './hostile-jpegs.ts'
import { flipped, type HostilePicture, ofType } from './hostile-picture.ts'
import { scanStart } from './jpeg-bytes.ts'

const WIDTH = 1000

const jpegOf = (image: Image): Uint8Array => image.jpegsaveBuffer({ Q: 85 })

/** Photos that are whole, and worth nothing. */
const poor = (hold: Hold, page: Image): HostilePicture[] => {
  const lit = (factor: number, more: number): Uint8Array => jpegOf(hold(hold(page.linear(factor, more)).cast('uchar')))
  const small = hold(page.resize(0.4))
  return [
    ...ofType('image/jpeg', 'blurred', {
      'out of focus': jpegOf(hold(page.gaussblur(4))),
      'far out of focus': jpegOf(hold(page.gaussblur(12))),
      'of one grey': jpegOf(hold(hold(page.linear(0, 128)).cast('uchar'))),
      'enlarged from a thumbnail': jpegOf(hold(hold(page.resize(0.08)).resize(12.5))),
    }),
    ...ofType('image/jpeg', 'too_dark', { 'in the dark': lit(0.2, 0), black: lit(0, 0) }),
    ...ofType('image/jpeg', 'too_bright', { 'under the flash': lit(0.2, 210), white: lit(0, 255) }),
    ...ofType('image/jpeg', 'too_small', { 'a thumbnail': jpegOf(small) }),
    ...ofType('image/png', 'too_small', { 'a thumbnail': small.pngsaveBuffer() }),
  ]
}

/** Rare forms of both that are no harm. */
const rare = (hold: Hold, page: Image): HostilePicture[] => {
  const grey = hold(page.colourspace('b-w'))
  const deep = hold(page.colourspace('rgb16'))
  const clear = hold(page.bandjoin(200))
  const nothing = hold(page.bandjoin(0))
  const square = hold(page.gravity('centre', WIDTH, WIDTH, { extend: 'copy' }))
  return [
    ...ofType('image/jpeg', 'taken', {
      'of greys': jpegOf(grey),
      'of four inks': jpegOf(hold(page.iccTransform('cmyk', { input_profile: 'srgb' }))),
      'of colours of another screen': hold(page.iccTransform('p3', { input_profile: 'srgb' })).jpegsaveBuffer({
        keep: 'icc',
      }),
      'five thousand pixels square': jpegOf(hold(square.zoom(5, 5))),
    }),
    ...ofType('image/png', 'taken', {
      'of greys': grey.pngsaveBuffer(),
      'of greys of 16 bits': hold(grey.colourspace('grey16')).pngsaveBuffer(),
      'of colours of 16 bits': deep.pngsaveBuffer(),
      interlaced: page.pngsaveBuffer({ interlace: true }),
      'of a palette': page.pngsaveBuffer({ palette: true, effort: 1 }),
      'a little to be seen through': clear.pngsaveBuffer(),
    }),
    ...ofType('image/png', 'too_bright', {
      'not to be seen at all': nothing.pngsaveBuffer(),
      'of black and white, mostly white': grey.pngsaveBuffer({ bitdepth: 1 }),
    }),
  ]
}

/**
 * In thousandths of its pixels, where a bit is flipped. Most make another picture of a JPEG, as good as any; what the decoder can tell is
 * written down here, and is other for another page.
 */
const FLIPPED: Record<'taken' | 'decode_failed', readonly number[]> = {
  taken: [67, 129, 191, 377, 439, 501, 563, 625, 749, 811, 935],
  decode_failed: [5, 253, 315, 687, 873, 997],
}

const flips = (jpeg: Uint8Array): HostilePicture[] => {
  const start = scanStart(jpeg)
  const at = (part: number): Uint8Array =>
    flipped(jpeg, start + Math.floor(((jpeg.length - start) * part) / 1000), 0x10)
  return (['taken', 'decode_failed'] as const).flatMap((expected) =>
    ofType(
      'image/jpeg',
      expected,
      Object.fromEntries(
        FLIPPED[expected].map((part) => [`a bit flipped after ${part / 10} % of the pixels`, at(part)]),
      ),
    ),
  )
}

export type Photos = { jpegs: Jpegs; png: Uint8Array; photos: HostilePicture[] }

/** Pictures that a camera or a program wrote, and what of one that is taken all others are made. */
export const hostilePhotos = (vips: Vips): Photos =>
  holding((hold) => {
    const page = hold(drawnPage(vips, { person: anybody, width: WIDTH }))
    const jpegs: Jpegs = {
      plain: jpegOf(page),
      progressive: page.jpegsaveBuffer({ Q: 85, interlace: true }),
      restarting: page.jpegsaveBuffer({ Q: 85, restart_interval: 10 }),
    }
    const photos = [...poor(hold, page), ...rare(hold, page), ...flips(jpegs.restarting)]
    return { jpegs, png: page.pngsaveBuffer(), photos }
  })
