import { describe, expect, it } from 'vitest'
import { measurePicture } from '../../../functions/material/picture/measure-picture.ts'
import type { Hold, Image, Vips } from '../../../functions/material/picture/open-vips.ts'
import { drawnSvg } from '../../material/drawn-svg.ts'
import { anybody, drawnPage } from '../good-picture.ts'
import { withVips } from '../picture-stage.ts'
import { TERMS } from '../terms.ts'

const measured = (work: (hold: Hold, page: Image, vips: Vips) => Image) =>
  withVips((vips, hold) => {
    const page = hold(drawnPage(vips, { person: anybody, width: 1000 }))
    return measurePicture(vips, hold, work(hold, page, vips))
  })

const blurred = async (sigma: number): Promise<number> =>
  (await measured((hold, page) => hold(page.gaussblur(sigma)))).sharpness

describe('the sharpness of a picture', () => {
  it('falls with blur, below what is asked for where letters run into each other', async () => {
    const sharp = (await measured((_hold, page) => page)).sharpness
    const [soft, softer, unreadable] = [await blurred(1.2), await blurred(2.5), await blurred(4)]
    expect(sharp).toBeGreaterThan(40)
    expect(soft).toBeGreaterThan(20)
    expect(softer).toBeGreaterThan(TERMS.sharpness)
    expect(unreadable).toBeLessThan(TERMS.sharpness / 2)
    expect([sharp, soft, softer, unreadable]).toEqual([sharp, soft, softer, unreadable].toSorted((a, b) => b - a))
  })

  it('does not rise much with grain', async () => {
    const grainy = await measured((hold, page, vips) => {
      const grain = hold(vips.Image.gaussnoise(page.width, page.height, { mean: 0, sigma: 10, seed: 1 }))
      return hold(hold(hold(page.gaussblur(4)).add(grain)).cast('uchar'))
    })
    expect(grainy.sharpness).toBeLessThan(TERMS.sharpness)
  })

  it('is much the same of a picture of another size', async () => {
    const [one, half] = [await measured((_hold, page) => page), await measured((hold, page) => hold(page.resize(0.7)))]
    expect(Math.abs(one.sharpness / half.sharpness - 1)).toBeLessThan(0.3)
  })

  it('is nothing of one colour, and is measured of strips of any proportion', async () => {
    const strip = (width: number, height: number) =>
      measured((hold, _page, vips) =>
        hold(vips.Image.black(width, height, { bands: 3 }).copy({ interpretation: 'srgb' })),
      )
    for (const [width, height] of [
      [900, 600],
      [1600, 3],
      [3, 1600],
    ] as const)
      expect(await strip(width, height), `${width} by ${height}`).toEqual({ sharpness: 0, brightness: 0 })
  })
})

describe('the brightness of a picture', () => {
  it.each([
    ['#000', 0],
    ['#808080', 128],
    ['#fff', 255],
    ['#0f0', 220],
  ])('of %s is %i', async (colour, wanted) => {
    const { brightness } = await measured((hold, _page, vips) =>
      hold(drawnSvg(vips, 800, 600, `<rect width="1600" height="1200" fill="${colour}"/>`)),
    )
    expect(Math.abs(brightness - wanted)).toBeLessThan(2)
  })
})
