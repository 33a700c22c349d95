import { describe, expect, it } from 'vitest'
import { refusedAtSight } from '../../../functions/material/picture/first-look.ts'
import type { PictureType } from '../../../functions/material/picture/picture.ts'
import { segment } from '../jpeg-bytes.ts'
import { blank, chunk, png, squares } from '../png-bytes.ts'
import { TERMS } from '../terms.ts'

const look = (bytes: Uint8Array, type: PictureType = 'image/png') => refusedAtSight({ bytes, type, terms: TERMS })

const sized = (width: number, height: number, ...chunks: Uint8Array[]): Uint8Array =>
  png({ width, height, depth: 1, colour: 0, interlace: 0 }, ...chunks)

/** The markers of a JPEG of a size, without pixels. */
const jpegOf = (width: number, height: number): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0xff, 0xd9]),
  ])

describe('what a picture is refused for before it is decoded', () => {
  it('is nothing where only its pixels can tell', () => {
    expect(look(squares())).toBeUndefined()
    expect(look(jpegOf(800, 600), 'image/jpeg')).toBeUndefined()
  })

  it('is that there is none', () => {
    expect(look(new Uint8Array())).toBe('empty')
    expect(look(new Uint8Array(), 'image/jpeg')).toBe('empty')
  })

  it('is its size in bytes, the most being taken', () => {
    const bytes = squares()
    const at = (mostBytes: number) => refusedAtSight({ bytes, type: 'image/png', terms: { ...TERMS, mostBytes } })
    expect(at(bytes.length)).toBeUndefined()
    expect(at(bytes.length - 1)).toBe('too_big')
  })

  it('is another form than it was said to be, and any form but these two', () => {
    expect(look(squares(), 'image/jpeg')).toBe('wrong_format')
    expect(look(jpegOf(800, 600), 'image/png')).toBe('wrong_format')
    for (const text of ['GIF89a', 'RIFF....WEBP', '<svg xmlns="http://www.w3.org/2000/svg"/>', '\x89PNG\r\n\x1a'])
      expect(look(Buffer.from(text, 'latin1')), text).toBe('wrong_format')
    for (const bytes of [
      [0xff, 0xd9, 0xff],
      [0xff, 0xd8, 0xfe],
      [0xfe, 0xd8, 0xff],
    ])
      expect(look(Buffer.from(bytes), 'image/jpeg'), String(bytes)).toBe('wrong_format')
  })

  it('is the number of its pixels, the most being taken', () => {
    expect(look(sized(5000, 5000))).toBeUndefined()
    expect(look(sized(5000, 5001))).toBe('too_many_pixels')
    expect(look(jpegOf(5000, 5001), 'image/jpeg')).toBe('too_many_pixels')
    expect(look(jpegOf(0xffff, 0xffff), 'image/jpeg')).toBe('too_many_pixels')
  })

  it('is found out of a bomb without unpacking it', () => {
    const bomb = sized(12_000, 12_000, blank({ width: 12_000, height: 12_000, depth: 1, colour: 0, interlace: 0 }))
    const { user, system } = process.threadCpuUsage()
    expect(look(bomb)).toBe('too_many_pixels')
    const spent = process.threadCpuUsage({ user, system })
    expect(spent.user + spent.system).toBeLessThan(20_000)
  })

  it('is its shorter side, the least being taken', () => {
    expect(look(sized(500, 900))).toBeUndefined()
    expect(look(sized(499, 900))).toBe('too_small')
    expect(look(sized(900, 499))).toBe('too_small')
    expect(look(sized(1, 1))).toBe('too_small')
  })

  it('is that it moves', () => {
    expect(look(sized(900, 900, chunk('acTL', Buffer.alloc(8))))).toBe('animated')
  })

  it('is that it has no size, or ends before its end', () => {
    expect(look(squares().subarray(0, 30))).toBe('decode_failed')
    expect(look(squares().subarray(0, -12))).toBe('decode_failed')
    expect(look(sized(0, 900))).toBe('decode_failed')
    expect(look(jpegOf(900, 0), 'image/jpeg')).toBe('decode_failed')
    expect(look(jpegOf(900, 900).subarray(0, -2), 'image/jpeg')).toBe('decode_failed')
    expect(look(Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg')).toBe('decode_failed')
  })
})
