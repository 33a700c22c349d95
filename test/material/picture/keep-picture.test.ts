import { describe, expect, it } from 'vitest'
import { keepPicture } from '../../../functions/material/picture/keep-picture.ts'
import type { Hold, Image, Vips } from '../../../functions/material/picture/open-vips.ts'
import { anybody, drawnPage } from '../good-picture.ts'
import { withVips } from '../picture-stage.ts'
import { TERMS } from '../terms.ts'

/** What no JPEG makes small: grain all over. */
const grain = (vips: Vips, hold: Hold): Image => {
  const noise = hold(vips.Image.gaussnoise(700, 500, { mean: 128, sigma: 40, seed: 2 }))
  const colours = hold(noise.bandjoin([noise, hold(noise.invert())]))
  return hold(hold(hold(colours.cast('uchar')).copy({ interpretation: 'srgb' })).copyMemory())
}

const at = (image: Image, quality: number): Uint8Array =>
  image.jpegsaveBuffer({ Q: quality, keep: 'none', optimize_coding: true })

const kept = (hold: Hold, image: Image, keptBytes: number) => keepPicture(hold, image, { ...TERMS, keptBytes })

describe('what is kept of a picture', () => {
  it('is of the best quality whose bytes fit', async () => {
    await withVips((vips, hold) => {
      const image = grain(vips, hold)
      for (const quality of [85, 75, 65, 55, 45]) {
        const bytes = at(image, quality)
        expect(kept(hold, image, bytes.length), String(quality)).toEqual({ bytes, width: 700, height: 500 })
      }
    })
  })

  it('is smaller where none fits, and no smaller than it has to be', async () => {
    await withVips((vips, hold) => {
      const image = hold(drawnPage(vips, { person: anybody, width: 1000 }))
      const least = at(image, 45).length
      for (const keptBytes of [least - 1, Math.floor(least / 2), Math.floor(least / 7)]) {
        const { bytes, width, height } = kept(hold, image, keptBytes)
        expect(bytes.length).toBeLessThanOrEqual(keptBytes)
        expect(bytes.length).toBeGreaterThan(keptBytes * 0.7)
        expect(width).toBeLessThan(1000)
        expect(Math.abs(width / height - 4 / 3)).toBeLessThan(0.02)
        const again = hold(vips.Image.jpegloadBuffer(bytes))
        expect([again.width, again.height]).toEqual([width, height])
      }
    })
  })

  it('is found of grain, too, which loses more than its proportion', async () => {
    await withVips((vips, hold) => {
      for (const keptBytes of [60_000, 20_000, 3000]) {
        const { bytes } = kept(hold, grain(vips, hold), keptBytes)
        expect(bytes.length).toBeLessThanOrEqual(keptBytes)
      }
    })
  })

  it('does not end in a picture where none can be that small', async () => {
    await withVips((vips, hold) => {
      expect(() => kept(hold, grain(vips, hold), 100)).toThrow()
    })
  })
})
