import { beforeAll, describe, expect, it } from 'vitest'
import { decodePicture } from '../../../functions/material/picture/decode-picture.ts'
import type { Measured } from '../../../functions/material/picture/picture.ts'
import { anybody, drawnPage, goodPicture } from '../good-picture.ts'
import { outcome, taken, withVips } from '../picture-stage.ts'
import { TERMS } from '../terms.ts'

let photo: Uint8Array
let measured: Measured

const decoded = (bytes: Uint8Array, more: Partial<typeof TERMS> = {}) =>
  withVips((vips) => decodePicture(vips, { bytes, type: 'image/jpeg', terms: { ...TERMS, ...more } }))

beforeAll(async () => {
  photo = await goodPicture({ width: 1000 })
  measured = taken(await decoded(photo)).measured
})

describe('a photo that was decoded', () => {
  it('is taken up to the very limits', async () => {
    const { sharpness, brightness } = measured
    expect(outcome(await decoded(photo, { sharpness, dark: brightness, bright: brightness }))).toBe('taken')
    expect(outcome(await decoded(photo, { sharpness: sharpness + 0.001 }))).toBe('blurred')
    expect(outcome(await decoded(photo, { dark: brightness + 0.001 }))).toBe('too_dark')
    expect(outcome(await decoded(photo, { bright: brightness - 0.001 }))).toBe('too_bright')
  })

  it('is refused for its light before its sharpness, which comes back with light', async () => {
    const sharpness = Number.POSITIVE_INFINITY
    expect(outcome(await decoded(photo, { dark: 256, sharpness }))).toBe('too_dark')
    expect(outcome(await decoded(photo, { bright: 0, sharpness }))).toBe('too_bright')
  })

  it('leaves nothing of the library behind, whatever became of it', async () => {
    const held = () => withVips(({ Stats }) => [Stats.mem(), Stats.allocations(), Stats.files()])
    const blurred = await withVips((vips, hold) =>
      hold(hold(drawnPage(vips, { person: anybody, width: 1000 })).gaussblur(5)).jpegsaveBuffer(),
    )
    await decoded(photo)
    await decoded(photo, { keptBytes: 10_000 })
    expect(outcome(await decoded(blurred))).toBe('blurred')
    await expect(decoded(photo.slice(0, -1000))).rejects.toThrow()
    await expect(decoded(photo, { keptBytes: 1 })).rejects.toThrow()
    // Its threads let go of the last rows a moment later.
    await expect.poll(held, { timeout: 20_000 }).toEqual([0, 0, 0])
  })
})
