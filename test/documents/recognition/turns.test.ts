import { describe, expect, it } from 'vitest'
import type { Corners, Pixels } from '../../../functions/documents/recognition/geometry.ts'
import {
  type Turn,
  turnedCorners,
  turnedPixels,
  turns,
  turnsToTry,
} from '../../../functions/documents/recognition/turns.ts'

/** Two by three pixels, each of its own colour. */
const small: Pixels = { width: 2, height: 3, data: Uint8Array.from({ length: 18 }, (_none, at) => Math.floor(at / 3)) }

const rows = ({ width, data }: Pixels): string =>
  Array.from({ length: data.length / 3 }, (_none, at) => `${data[at * 3]}${at % width === width - 1 ? ' ' : ''}`)
    .join('')
    .trim()

const box = (left: number, top: number, width: number, height: number): Corners => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left + width, y: top + height },
  { x: left, y: top + height },
]

describe('a picture that is turned', () => {
  it.each<[Turn, string]>([
    [0, '01 23 45'],
    [90, '420 531'],
    [180, '54 32 10'],
    [270, '135 024'],
  ])('by %i degrees has each pixel where it belongs', (turn, wanted) => {
    expect(rows(turnedPixels(small, turn))).toBe(wanted)
  })

  it('is itself again after four turns, and its texts begin above on the left', () => {
    const size = { width: 200, height: 100 }
    for (const turn of turns) {
      const [begin, end, , below] = turnedCorners(box(10, 20, 60, 8), size, turn)
      const isAcross = turn === 0 || turn === 180
      expect(begin.x, `${turn}`).toBeLessThan(end.x + (isAcross ? 0 : 1))
      expect(begin.y, `${turn}`).toBeLessThan(below.y + (isAcross ? 0 : 1))
    }
    let turned: Pixels = small
    for (let times = 0; times < 4; times += 1) turned = turnedPixels(turned, 90)
    expect(turned).toEqual(small)
  })

  it('is tried lying on its side first where its texts stand upright', () => {
    expect(turnsToTry([box(0, 0, 100, 20), box(0, 40, 80, 20)])).toEqual([0, 180, 90, 270])
    expect(turnsToTry([box(0, 0, 20, 100), box(40, 0, 20, 80), box(80, 0, 60, 20)])).toEqual([90, 270, 0, 180])
    expect(turnsToTry([])).toEqual([0, 180, 90, 270])
  })
})
