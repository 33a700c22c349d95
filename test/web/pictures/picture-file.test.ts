import { describe, expect, it, vi } from 'vitest'
import { prepareFile, sizeWithin } from '../../../web/user/pictures/picture-file.ts'

const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 16]
const PNG = [0x89, 0x50, 0x4e, 0x47, 13, 10]
const HEIC = [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70]

const fileOf = (bytes: readonly number[], size = 1000, type = ''): Blob => {
  const whole = new Uint8Array(size)
  whole.set(bytes)
  return new Blob([whole], { type })
}
const never = vi.fn(async () => undefined)

describe('a file before it is sent', () => {
  it('is what its first bytes say, whatever it is called', async () => {
    const [jpeg, png] = [fileOf(JPEG, 1000, 'text/plain'), fileOf(PNG, 1000, 'image/jpeg')]
    expect(await prepareFile(jpeg, never)).toEqual({ file: jpeg, type: 'image/jpeg' })
    expect(await prepareFile(png, never)).toEqual({ file: png, type: 'image/png' })
    expect(never).not.toHaveBeenCalled()
  })

  it('is refused before anything is sent where it is empty or no picture', async () => {
    expect(await prepareFile(new Blob([]), never)).toEqual({ because: 'empty' })
    expect(await prepareFile(fileOf([...'%PDF-1.7'].map((one) => one.charCodeAt(0))), never)).toEqual({
      because: 'wrong_format',
    })
  })

  it('is drawn anew where only this device can read it', async () => {
    const drawn = fileOf(JPEG)
    expect(await prepareFile(fileOf(HEIC), async () => drawn)).toEqual({ file: drawn, type: 'image/jpeg' })
  })

  it('is drawn anew where it is heavy, and goes as it is where that fails or makes it no lighter', async () => {
    const [heavy, heavier] = [fileOf(JPEG, 4_000_000), fileOf(JPEG, 5_000_000)]
    const drawn = fileOf(JPEG, 600_000)
    expect(await prepareFile(heavy, async () => drawn)).toEqual({ file: drawn, type: 'image/jpeg' })
    expect(await prepareFile(heavy, async () => undefined)).toEqual({ file: heavy, type: 'image/jpeg' })
    expect(await prepareFile(heavy, async () => heavier)).toEqual({ file: heavy, type: 'image/jpeg' })
  })

  it('keeps its shape when it is made smaller, and its size where it fits', () => {
    expect(sizeWithin({ width: 4000, height: 3000 }, 2400)).toEqual({ width: 2400, height: 1800 })
    expect(sizeWithin({ width: 3000, height: 4000 }, 2400)).toEqual({ width: 1800, height: 2400 })
    expect(sizeWithin({ width: 2400, height: 10 }, 2400)).toEqual({ width: 2400, height: 10 })
    expect(sizeWithin({ width: 100_000, height: 1 }, 2400)).toEqual({ width: 2400, height: 1 })
  })
})
