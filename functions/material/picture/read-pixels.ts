import type { Hold, Image, Vips } from './open-vips.ts'
import type { SentPicture } from './picture.ts'

/** On what a decoder gives up. `warning`: on anything odd; `error`: where pixels are missing. */
type FailOn = 'warning' | 'error'

/**
 * What phones of some makers write into every photo, and what does no harm. Anything else that is odd is damage. Of a picture that has one of
 * these only what is missing is found: the library says no more than whether it got to the end.
 */
const HARMLESS = [
  /^VipsJpeg: Invalid SOS parameters for sequential JPEG$/,
  /^VipsJpeg: Warning: unknown JFIF revision number [\d.]+$/,
  /^VipsJpeg: Unknown Adobe color transform code \d+$/,
]

/** Whether the library gave up only on what does no harm. Its first line says what it was doing; then it says all that was odd. */
const isHarmless = (error: unknown): boolean => {
  const [, ...lines] = String((error as Partial<Error>).message)
    .trim()
    .split('\n')
  return lines.length > 0 && lines.every((line) => HARMLESS.some((harmless) => harmless.test(line)))
}

/** Row by row, as they are needed. `shrink`: 1, 2, 4 or 8; a JPEG can be decoded in so many times less of its size, in a fraction of the time. */
const load = (vips: Vips, { bytes, type }: SentPicture, failOn: FailOn, shrink = 1): Image =>
  type === 'image/jpeg'
    ? vips.Image.jpegloadBuffer(bytes, { access: 'sequential', fail_on: failOn, shrink })
    : vips.Image.pngloadBuffer(bytes, { access: 'sequential', fail_on: failOn })

/** Of 16 bits a colour the upper eight. */
const inBytes = (hold: Hold, image: Image): Image =>
  image.format === 'ushort'
    ? hold(hold(image.cast('uchar', { shift: true })).copy({ interpretation: image.bands < 3 ? 'b-w' : 'srgb' }))
    : image

const onWhite = (hold: Hold, image: Image): Image =>
  image.hasAlpha() ? hold(image.flatten({ background: [255] })) : image

/** Eight bits of red, green and blue, as screens show them. A profile that cannot be read counts as none. */
const asScreen = (hold: Hold, image: Image): Image => {
  if (image.bands >= 3 && image.getTypeof('icc-profile-data') !== 0)
    try {
      return hold(image.iccTransform('srgb', { embedded: true, black_point_compensation: true }))
    } catch {}
  return hold(image.colourspace('srgb'))
}

const readOnce = (vips: Vips, hold: Hold, sent: SentPicture, failOn: FailOn): Image => {
  const { keptSide, mostPixels } = sent.terms
  const whole = hold(load(vips, sent, failOn))
  if (whole.width * whole.height > mostPixels) throw new Error('the picture is larger than its outline')
  const shrink = [8, 4, 2].find((factor) => Math.max(whole.width, whole.height) / factor >= keptSide) ?? 1
  const loaded = onWhite(hold, inBytes(hold, hold(load(vips, sent, failOn, shrink))))
  const scale = Math.min(1, keptSide / Math.max(loaded.width, loaded.height))
  const small = hold(asScreen(hold, hold(loaded.resize(scale))).copyMemory())
  return hold(hold(small.autorot()).copyMemory())
}

/**
 * The pixels of a picture, turned upright, on white, in colours of screens, the longer side at most `keptSide`. Throws what the library throws
 * where any of it is missing or damaged.
 */
export const readPixels = (vips: Vips, hold: Hold, sent: SentPicture): Image => {
  try {
    return readOnce(vips, hold, sent, 'warning')
  } catch (error) {
    // What it said of earlier pictures may be among it, and of a PNG it says nothing.
    if (sent.type !== 'image/jpeg' || !isHarmless(error)) throw error
    return readOnce(vips, hold, sent, 'error')
  }
}
