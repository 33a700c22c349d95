import { describe, expect, it } from 'vitest'
import { openPixels } from '../../functions/material/picture/open-pixels.ts'
import { holding } from '../../functions/material/picture/open-vips.ts'
import { materialSettings } from '../../functions/material/settings.ts'
import { drawing } from '../../local/specimens/drawing.ts'
import { type Hint, hintOf, steadied } from '../../web/user/document/photo/hints.ts'
import { type Drawn, type Measured, measured } from '../../web/user/document/photo/measure.ts'
import { frameIn, shotIn, VIEW_RATIO, viewIn } from '../../web/user/document/photo/view.ts'
import { cardholders } from '../documents/specimens/cardholders.ts'
import { photoOf } from './specimens/photos.ts'

const [holder] = cardholders(3)
if (!holder) throw new Error('nobody holds a card')

const WIDTH = 800
const SIZE = { width: WIDTH, height: Math.round(WIDTH / VIEW_RATIO) }

/** As a canvas has it: four bytes a pixel. */
const drawnFrom = ({ width, height, data }: { width: number; height: number; data: Uint8Array }): Drawn => {
  const of = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1) of.set(data.subarray(at * 3, at * 3 + 3), at * 4)
  return { width, height, data: of }
}

/** How somebody holds it: how much of the frame's width the card fills, how blurred all of it is (px), how much more light there is. */
type Held = { filling?: number; blur?: number; light?: number }

/** What a camera sees of a specimen on a desk. */
const seen = async ({ filling = 1, blur = 0, light = 0 }: Held): Promise<Drawn> => {
  const photo = new Uint8Array(await photoOf(holder, 'front'))
  const vips = await drawing()
  const frame = frameIn(SIZE)
  return holding((hold) => {
    const card = hold(vips.Image.jpegloadBuffer(photo))
    const small = hold(card.resize((frame.width * filling) / card.width))
    const lit = hold(hold(small.linear(1, light)).cast('uchar'))
    const [x, y] = [Math.round((SIZE.width - lit.width) / 2), Math.round((SIZE.height - lit.height) / 2)]
    const desk = { extend: 'background' as const, background: [112, 92, 74] }
    const view = hold(lit.embed(x, y, SIZE.width, SIZE.height, desk))
    const shown = blur > 0 ? hold(view.gaussblur(blur)) : view
    return drawnFrom({ ...SIZE, data: new Uint8Array(shown.writeToMemory()) })
  })
}

const hintFor = async (held: Held): Promise<Hint> => hintOf(measured(await seen(held), frameIn(SIZE)))

describe('X1 the hints before a photo is sent', () => {
  it('measure as the service does', async () => {
    for (const condition of ['clean', 'blur σ 1.2', 'blur σ 2.5', 'blur σ 4', 'grain and dark'] as const) {
      const bytes = new Uint8Array(await photoOf(holder, 'front', condition))
      const vips = await drawing()
      const { sharpness, brightness } = await openPixels(bytes)
      const small = holding((hold) => {
        const picture = hold(vips.Image.jpegloadBuffer(bytes))
        const scaled = hold(picture.resize(WIDTH / picture.width))
        return drawnFrom({ width: scaled.width, height: scaled.height, data: new Uint8Array(scaled.writeToMemory()) })
      })
      const ours = measured(small, { x: 2, y: 2, width: small.width - 4, height: small.height - 4 })
      expect(ours.sharpness / sharpness, condition).toBeGreaterThan(0.75)
      expect(ours.sharpness / sharpness, condition).toBeLessThan(1.25)
      expect(Math.abs(ours.brightness - brightness), condition).toBeLessThan(6)
    }
  })

  it('say what to do with what is seen, and that it is good where it is', async () => {
    expect(await hintFor({})).toBe('good')
    expect(await hintFor({ blur: 1.2 })).toBe('good')
    expect(await hintFor({ blur: 4 })).toBe('blurred')
    expect(await hintFor({ filling: 0.5 })).toBe('closer')
    expect(await hintFor({ filling: 0.9 })).toBe('good')
    expect(await hintFor({ light: -190 })).toBe('too_dark')
    expect(await hintFor({ light: 40 })).toBe('glare')
  })

  it('judge by what the service does where nothing else is set', () => {
    const { leastSharpness, darkest, brightest } = materialSettings.materials
    const good: Measured = { sharpness: 30, brightness: 120, isGlaring: false, filled: 0.9 }
    expect(hintOf({ ...good, sharpness: leastSharpness.byDefault })).toBe('good')
    expect(hintOf({ ...good, sharpness: leastSharpness.byDefault - 0.1 })).toBe('blurred')
    expect(hintOf({ ...good, brightness: darkest.byDefault })).toBe('good')
    expect(hintOf({ ...good, brightness: darkest.byDefault - 0.1 })).toBe('too_dark')
    expect(hintOf({ ...good, brightness: brightest.byDefault })).toBe('good')
    expect(hintOf({ ...good, brightness: brightest.byDefault + 0.1 })).toBe('glare')
    // Nothing at all in view: nothing to hold closer.
    expect(hintOf({ ...good, filled: 0, sharpness: 0 })).toBe('blurred')
  })

  it('change when the same was seen twice', () => {
    const first = steadied({ shown: undefined, last: undefined }, 'blurred')
    expect(first.shown).toBeUndefined()
    const second = steadied(first, 'blurred')
    expect(second.shown).toBe('blurred')
    const once = steadied(second, 'good')
    expect(once.shown).toBe('blurred')
    expect(steadied(once, 'blurred').shown).toBe('blurred')
    expect(steadied(once, 'good').shown).toBe('good')
  })
})

describe('X1 the frame to hold a card in', () => {
  it('is what is photographed, unless a camera is so small that the service would refuse it', () => {
    expect(shotIn({ width: 1080, height: 1920 })).toEqual(viewIn({ width: 1080, height: 1920 }))
    expect(shotIn({ width: 640, height: 480 })).toEqual({ x: 0, y: 0, width: 640, height: 480 })
    expect(materialSettings.materials.leastSide.byDefault).toBe(480)
  })

  it('has the shape of a card, whole within what is photographed, however a camera is held', () => {
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1080, height: 1920 },
      { width: 640, height: 480 },
    ]) {
      const view = viewIn(size)
      expect(view.width / view.height).toBeCloseTo(VIEW_RATIO)
      expect(view.x).toBeGreaterThanOrEqual(0)
      expect(view.y).toBeGreaterThanOrEqual(0)
      expect(Math.max(view.width / size.width, view.height / size.height)).toBeCloseTo(1)
      const frame = frameIn(view)
      expect(frame.width / frame.height).toBeCloseTo(85.6 / 54, 2)
      expect(frame.x).toBeGreaterThan(0.05 * view.width)
      expect(frame.y).toBeGreaterThan(0.05 * view.width)
    }
  })
})
