import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unzipped } from '../../../../functions/vendors/alipay/bills/zip.ts'
import { bundle, DAY, gbk, goodTrades, sourceOf } from '../bill-files.ts'

const zip = (files: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(files, { level: 1 }))

const LIMITS = { files: 3, bytes: 100_000 }

/** Where the directory's first entry begins. */
const entryOf = (file: Buffer): number => file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))

/** The package with one number of its directory's first entry changed. */
const altered = (file: Buffer, offset: number, value: number, bytes: number): Buffer => {
  const changed = Buffer.from(file)
  changed.writeUIntLE(value, entryOf(file) + offset, bytes)
  return changed
}

const PACKED_WITH = 10
const FLAGS = 8
const SIZE = 24

describe('a package made by another hand', () => {
  const [text, zeros] = [gbk(goodTrades), new Uint8Array(1000)]

  it('is unpacked in its order, deflated or stored, whatever its files are called', () => {
    const files = { '../../etc/passwd': text, 'C:\\x': zeros, 'a/b/': new Uint8Array() }
    const contents = [text, zeros, new Uint8Array()].map((bytes) => Buffer.from(bytes))
    expect(unzipped(zip(files), LIMITS)).toEqual(contents)
    expect(unzipped(Buffer.from(zipSync(files, { level: 0, comment: 'x' })), LIMITS)).toEqual(contents)
    expect(unzipped(Buffer.concat([zip(files), Buffer.alloc(5000)]), LIMITS)).toEqual(contents)
    expect(unzipped(zip({}), LIMITS)).toEqual([])
  })

  it('every bit changed: the same contents, or none', () => {
    const whole = bundle(goodTrades)
    const contents = unzipped(whole, LIMITS) ?? []
    expect(contents).toHaveLength(2)
    const seen = { same: 0, refused: 0, other: 0 }
    for (let at = 0; at < whole.length; at++) {
      for (const bit of [1, 8, 32, 128]) {
        const changed = Buffer.from(whole)
        changed.writeUInt8(whole.readUInt8(at) ^ bit, at)
        const read = unzipped(changed, LIMITS)
        const isSame = read?.length === contents.length && read.every((one, file) => contents[file]?.equals(one))
        seen[read ? (isSame ? 'same' : 'other') : 'refused']++
      }
    }
    // Names, times and what the local headers repeat say nothing; everything else is covered by a checksum.
    expect(seen.refused).toBeGreaterThan(seen.same)
    expect(seen.other).toBe(0)
  })

  it('cut anywhere, is none', () => {
    const whole = bundle(goodTrades)
    const lengths = Array.from({ length: whole.length }, (_, length) => length)
    expect(lengths.filter((length) => unzipped(whole.subarray(0, length), LIMITS))).toEqual([])
  })
})

describe('a package that is too much', () => {
  const half = new Uint8Array(60_000)

  it('in one file or in all is not unpacked', () => {
    expect(unzipped(zip({ a: half }), LIMITS)).toHaveLength(1)
    expect(unzipped(zip({ a: half, b: half }), LIMITS)).toBeUndefined()
    expect(unzipped(zip({ a: new Uint8Array(100_001) }), LIMITS)).toBeUndefined()
    expect(unzipped(altered(zip({ a: half }), SIZE, 100_001, 4), LIMITS)).toBeUndefined()
  })

  it('and lies about it is not unpacked past the lie', () => {
    const bomb = zip({ a: new Uint8Array(8 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(LIMITS.bytes)
    for (const claimed of [0, 10, 99_999]) expect(unzipped(altered(bomb, SIZE, claimed, 4), LIMITS)).toBeUndefined()
  })

  it('by its number of files is not unpacked', () => {
    const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, half.subarray(0, 10)]))
    expect(unzipped(zip(many), LIMITS)).toBeUndefined()
  })

  it('encrypted, or packed in another way, is not read', () => {
    const file = zip({ a: half })
    expect(unzipped(altered(file, FLAGS, 1, 2), LIMITS)).toBeUndefined()
    expect(unzipped(altered(file, PACKED_WITH, 12, 2), LIMITS)).toBeUndefined()
  })

  it('makes a damaged bill', async () => {
    const claimed = altered(bundle(goodTrades), SIZE, 65 * 1024 * 1024, 4)
    expect(await sourceOf(claimed).tradeBill(DAY)).toEqual({ kind: 'damaged', reason: 'package' })
    expect(await sourceOf(bundle(goodTrades)).tradeBill(DAY)).toMatchObject({ kind: 'bill' })
  })
})
