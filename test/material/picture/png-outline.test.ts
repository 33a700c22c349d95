import { describe, expect, it } from 'vitest'
import { pngOutline } from '../../../functions/material/picture/png-outline.ts'
import { chunk, END, header, PNG_SIGNATURE } from '../png-bytes.ts'

const form = { width: 900, height: 700, depth: 8, colour: 2, interlace: 0 }
const play = chunk('acTL', Buffer.alloc(8))
const pixels = chunk('IDAT', Buffer.alloc(50, 'acTL'))

const outline = (...parts: readonly Uint8Array[]) => pngOutline(Buffer.concat([PNG_SIGNATURE, ...parts]))
const still = { width: 900, height: 700, isAnimated: false, isWhole: true }

describe('the outline of a PNG', () => {
  it('is its size, and that it is whole', () => {
    expect(outline(header(form), pixels, END)).toEqual(still)
    const most = { width: 0xffff_ffff, height: 0x8000_0000 }
    expect(outline(header({ ...form, ...most }), END)).toEqual({ ...still, ...most })
  })

  it('is read of bytes that lie anywhere in their memory', () => {
    const bytes = Buffer.concat([Buffer.alloc(5), PNG_SIGNATURE, header(form), pixels, END])
    expect(pngOutline(bytes.subarray(5))).toEqual(still)
  })

  it('says that it moves, wherever it says so', () => {
    expect(outline(header(form), play, pixels, END)).toEqual({ ...still, isAnimated: true })
    expect(outline(header(form), pixels, play, END)).toEqual({ ...still, isAnimated: true })
  })

  it('ends with the picture, whatever comes behind', () => {
    expect(outline(header(form), pixels, END, play)).toEqual(still)
  })

  it('is not whole wherever the bytes end before', () => {
    const bytes = Buffer.concat([PNG_SIGNATURE, header(form), pixels, END])
    const sizeFrom = PNG_SIGNATURE.length + 25
    for (let length = 0; length < bytes.length; length += 1)
      expect(pngOutline(bytes.subarray(0, length)), String(length)).toEqual(
        length < sizeFrom ? undefined : { ...still, isWhole: false },
      )
  })

  it('is not whole where a chunk says that it is longer than the file', () => {
    const long = Buffer.from([0xff, 0xff, 0xff, 0xff])
    expect(outline(header(form), long, pixels, END)).toEqual({ ...still, isWhole: false })
  })

  it('has no size where the header is not first', () => {
    expect(outline(pixels, header(form), END)).toBeUndefined()
  })
})
