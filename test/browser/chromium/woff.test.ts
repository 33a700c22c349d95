import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackedWoff } from './woff.ts'

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const half = (value: number): Buffer => word(value).subarray(2)

const TRUETYPE = 0x00010000

type Table = { tag: string; data: Buffer; packed: Buffer; says?: number }

/** A WOFF of these tables, put together by hand. */
const woffOf = (tables: readonly Table[], signature = 'wOFF'): Buffer => {
  let offset = 44 + tables.length * 20
  const entries = tables.map(({ tag, data, packed, says = data.length }) => {
    const entry = [Buffer.from(tag), word(offset), word(packed.length), word(says), word(7)]
    offset += Math.ceil(packed.length / 4) * 4
    return Buffer.concat(entry)
  })
  const bodies = tables.map(({ packed }) => Buffer.concat([packed], Math.ceil(packed.length / 4) * 4))
  const header = [Buffer.from(signature), word(TRUETYPE), word(offset), half(tables.length), half(0)]
  return Buffer.concat([Buffer.concat(header, 44), ...entries, ...bodies])
}

const long = Buffer.alloc(1001, 'glyphs ')
const short = Buffer.from('abcde')
const font = [
  { tag: 'cmap', data: short, packed: short },
  { tag: 'glyf', data: long, packed: deflateSync(long) },
  { tag: 'head', data: short, packed: short },
]

describe('a font out of a WOFF', () => {
  it('has all tables as they were, each at a multiple of four', () => {
    const made = unpackedWoff(woffOf(font))
    expect(made.subarray(0, 12)).toEqual(Buffer.concat([word(TRUETYPE), half(3), half(32), half(1), half(16)]))
    for (const [at, { tag, data }] of font.entries()) {
      const entry = made.subarray(12 + at * 16, 28 + at * 16)
      const offset = entry.readUInt32BE(8)
      expect(entry.toString('latin1', 0, 4)).toBe(tag)
      expect(entry.readUInt32BE(4)).toBe(7)
      expect(offset % 4).toBe(0)
      expect(made.subarray(offset, offset + entry.readUInt32BE(12))).toEqual(data)
    }
  })

  it('is refused where the file is something else, or a table is not what it says', () => {
    expect(() => unpackedWoff(woffOf(font, 'wOF2'))).toThrow('no WOFF 1.0 font')
    const wrong = { tag: 'glyf', data: long, packed: deflateSync(long), says: long.length + 1 }
    expect(() => unpackedWoff(woffOf([wrong]))).toThrow('a WOFF table has 1001 bytes instead of 1002')
  })
})
