import { describe, expect, it } from 'vitest'
import type { Hold, Image, Vips } from '../../../functions/material/picture/open-vips.ts'
import type { PictureType } from '../../../functions/material/picture/picture.ts'
import { readPixels } from '../../../functions/material/picture/read-pixels.ts'
import { drawnSvg } from '../../material/drawn-svg.ts'
import { byteAt, changed, MARKER, segment, withSegments } from '../jpeg-bytes.ts'
import { colourAt, withVips } from '../picture-stage.ts'
import { TERMS } from '../terms.ts'

const MIDDLE = [0.5, 0.5] as const
const TOLERANCE = 4

/** A sheet of one colour with a frame of another. */
const sheet = (vips: Vips, hold: Hold, colour = '#c83c28'): Image =>
  hold(
    drawnSvg(
      vips,
      800,
      600,
      `<rect width="1600" height="1200" fill="#444"/><rect x="50" y="50" width="1500" height="1100" fill="${colour}"/>`,
    ),
  )

const read = (
  vips: Vips,
  hold: Hold,
  bytes: Uint8Array,
  type: PictureType = 'image/png',
  more: Partial<typeof TERMS> = {},
): Image => readPixels(vips, hold, { bytes, type, terms: { ...TERMS, ...more } })

const middleOf = (work: (vips: Vips, hold: Hold) => [Uint8Array, PictureType]): Promise<number[]> =>
  withVips((vips, hold) => {
    const image = read(vips, hold, ...work(vips, hold))
    expect([image.bands, image.format, image.interpretation]).toEqual([3, 'uchar', 'srgb'])
    return colourAt(image, MIDDLE)
  })

const near = (colour: readonly number[], wanted: readonly number[], tolerance = TOLERANCE): void => {
  for (const [at, value] of colour.entries())
    expect(Math.abs(value - Number(wanted[at])), `${colour} for ${wanted}`).toBeLessThanOrEqual(tolerance)
}

const RED = [0xc8, 0x3c, 0x28]

describe('the pixels of a picture', () => {
  it('are at most the side that is kept, in the same proportion', async () => {
    const sizes = await withVips((vips, hold) =>
      [800, 799, 400, 150, 90].map((keptSide) => {
        const image = read(vips, hold, sheet(vips, hold).jpegsaveBuffer(), 'image/jpeg', { keptSide })
        return [image.width, image.height]
      }),
    )
    expect(sizes).toEqual([
      [800, 600],
      [799, 599],
      [400, 300],
      [150, 113],
      [90, 68],
    ])
  })

  it('are on white where one sees through', async () => {
    const clear = (alpha: number) =>
      middleOf((vips, hold) => [hold(sheet(vips, hold).bandjoin(alpha)).pngsaveBuffer(), 'image/png'])
    expect(await clear(255)).toEqual(RED)
    expect(await clear(0)).toEqual([255, 255, 255])
    near(
      await clear(128),
      RED.map((value) => (value + 255) / 2),
    )
  })

  it('are on white, too, where a colour has 16 bits', async () => {
    const middle = await middleOf((vips, hold) => {
      const deep = hold(hold(sheet(vips, hold).colourspace('rgb16')).bandjoin(0))
      return [hold(deep.copy({ interpretation: 'rgb16' })).pngsaveBuffer({ bitdepth: 16 }), 'image/png']
    })
    expect(middle).toEqual([255, 255, 255])
  })

  it('have eight bits a colour, from grey or 16 bits too', async () => {
    const grey = await middleOf((vips, hold) => [
      hold(sheet(vips, hold, '#808080').colourspace('b-w')).pngsaveBuffer(),
      'image/png',
    ])
    near(grey, [128, 128, 128])
    const deep = await middleOf((vips, hold) => [
      hold(sheet(vips, hold).colourspace('rgb16')).pngsaveBuffer(),
      'image/png',
    ])
    near(deep, RED)
  })

  it('are the colours that were meant by ink, or by another screen', async () => {
    const ink = await middleOf((vips, hold) => [
      hold(sheet(vips, hold).iccTransform('cmyk', { input_profile: 'srgb' })).jpegsaveBuffer({ Q: 95 }),
      'image/jpeg',
    ])
    near(ink, RED, 25)
    const wide = (keep: 'icc' | 'none') =>
      middleOf((vips, hold) => [
        hold(sheet(vips, hold).iccTransform('p3', { input_profile: 'srgb' })).jpegsaveBuffer({ Q: 95, keep }),
        'image/jpeg',
      ])
    near(await wide('icc'), RED)
    // Without its profile it is taken for what it is not, which shows that the profile was used.
    expect(Number((await wide('none'))[0])).toBeLessThan(Number(RED[0]) - 8)
  })

  it('are those of a picture whose maker writes what does no harm', async () => {
    await withVips((vips, hold) => {
      const plain = sheet(vips, hold).jpegsaveBuffer()
      const odd = [
        changed(plain, MARKER.sos, (scan) => byteAt(scan.length - 2, 0)(scan)),
        withSegments(plain, segment(MARKER.app + 14, Buffer.from('Adobe\0\x64\0\0\0\0\x07', 'latin1'))),
        withSegments(plain, segment(MARKER.app, Buffer.from('JFIF\0\x09\x09\0\0\x01\0\x01\0\0', 'latin1'))),
      ]
      const want = colourAt(read(vips, hold, plain, 'image/jpeg'), MIDDLE)
      for (const bytes of odd) {
        expect(() => hold(vips.Image.jpegloadBuffer(bytes, { fail_on: 'warning' })).avg()).toThrow()
        expect(colourAt(read(vips, hold, bytes, 'image/jpeg'), MIDDLE)).toEqual(want)
        // Of such a picture, too, nothing may be missing.
        expect(() => read(vips, hold, bytes.subarray(0, -200), 'image/jpeg')).toThrow()
      }
    })
  })

  it('are not read of a picture that is larger than it may be', async () => {
    await withVips((vips, hold) => {
      const bytes = sheet(vips, hold).jpegsaveBuffer()
      expect(read(vips, hold, bytes, 'image/jpeg', { mostPixels: 800 * 600 }).width).toBe(800)
      expect(() => read(vips, hold, bytes, 'image/jpeg', { mostPixels: 800 * 600 - 1 })).toThrow('larger')
    })
  })
})
