import { describe, expect, it } from 'vitest'
import {
  closer,
  FITTED,
  fitScale,
  fitted,
  further,
  scrolled,
  turned,
  turnedBox,
  type View,
  whole,
} from '../../../../web/console/papers/viewer/view.ts'

const PAGE = { width: 1600, height: 1000 }
const PLACE = { width: 800, height: 600 }

describe('P10 a picture in its place', () => {
  it('fits with its longer way, also once it is turned, and is never drawn larger than it is for that', () => {
    expect(fitScale(PAGE, 0, PLACE)).toBe(0.5)
    expect(fitScale(PAGE, 90, PLACE)).toBe(600 / 1600)
    expect(fitScale({ width: 400, height: 300 }, 0, PLACE)).toBe(1)
    expect(turnedBox(PAGE, 270)).toEqual({ width: 1000, height: 1600 })
    expect(turnedBox(PAGE, 180)).toEqual(PAGE)
  })

  it('comes closer by steps that can be seen, up to four times its size', () => {
    expect(closer(FITTED, 0.49).zoom).toBe(0.75)
    let [view, scale]: [View, number] = [FITTED, 0.5]
    const steps: (number | undefined)[] = []
    for (let nth = 0; nth < 7; nth += 1) {
      view = closer(view, scale)
      scale = view.zoom ?? scale
      steps.push(view.zoom)
    }
    expect(steps).toEqual([0.75, 1, 1.5, 2, 3, 4, 4])
  })

  it('goes further away until all of it is seen, and no further', () => {
    const at = (zoom: number): View => ({ zoom, turn: 90 })
    expect(further(at(2), 2, 0.5)).toEqual(at(1.5))
    expect(further(at(0.75), 0.75, 0.5)).toEqual({ zoom: undefined, turn: 90 })
    expect(further(FITTED, 0.5, 0.5)).toEqual(FITTED)
  })

  it('is whole or of its own size at once, however it is turned', () => {
    expect(whole({ zoom: undefined, turn: 180 })).toEqual({ zoom: 1, turn: 180 })
    expect(fitted({ zoom: 3, turn: 180 })).toEqual({ zoom: undefined, turn: 180 })
  })

  it('turns to the right by quarters, and stands as before after four', () => {
    const four = [turned(FITTED)]
    while (four.length < 4) four.push(turned(four.at(-1) ?? FITTED))
    expect(four.map(({ turn }) => turn)).toEqual([90, 180, 270, 0])
  })

  it('keeps in place what stood in the middle or under the pointer', () => {
    // What was 300 from the edge of the picture at half its size is 600 from it at its own.
    expect(scrolled(100, 200, 0.5, 1)).toBe(400)
    expect(scrolled(400, 200, 1, 0.5)).toBe(100)
    expect(scrolled(0, 400, 1, 0.5)).toBe(0)
  })
})
