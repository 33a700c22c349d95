import { describe, expect, it } from 'vitest'
import { jpegOutline } from '../../../functions/material/picture/jpeg-outline.ts'
import { segment } from '../jpeg-bytes.ts'

const START = Buffer.from([0xff, 0xd8])
const END = Buffer.from([0xff, 0xd9])

type Frame = { marker?: number; bits?: number; colours?: number; width?: number; height?: number }

const frame = ({ marker = 0xc0, bits = 8, colours = 3, width = 900, height = 700 }: Frame = {}): Buffer =>
  segment(
    marker,
    Buffer.from([bits, height >> 8, height & 0xff, width >> 8, width & 0xff, colours, ...Array(3 * colours).fill(1)]),
  )
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 3])])

const outline = (...parts: readonly Uint8Array[]) => jpegOutline(Buffer.concat([START, ...parts]))
const SIZE = { width: 900, height: 700, isAnimated: false }
const whole = { ...SIZE, isWhole: true }
const damaged = { ...SIZE, isWhole: false }

describe('the outline of a JPEG', () => {
  it('is its size, and that it is whole', () => {
    expect(outline(frame(), scan, END)).toEqual(whole)
    expect(outline(frame({ width: 0xffff, height: 1 }), scan, END)).toEqual({ ...whole, width: 0xffff, height: 1 })
  })

  it('is read of bytes that lie anywhere in their memory', () => {
    const bytes = Buffer.concat([Buffer.alloc(7), START, frame(), scan, END])
    expect(jpegOutline(bytes.subarray(7))).toEqual(whole)
  })

  it('passes over what stands before the pixels, and over bytes FF among them', () => {
    const preview = segment(0xe1, Buffer.concat([START, frame({ width: 160, height: 120 }), scan, END]))
    expect(outline(preview, frame(), scan, END)).toEqual(whole)
    const pixels = Buffer.from([0xff, 0x00, 0xff, 0xd0, 0xff, 0xd7, 0xff, 0xff, 0x00, 0x05])
    expect(outline(frame(), scan, pixels, END)).toEqual(whole)
  })

  it('ends with the picture, whatever comes behind', () => {
    expect(outline(frame(), scan, END, frame({ width: 1 }), Buffer.from('PK'))).toEqual(whole)
  })

  it.each([0xc0, 0xc1, 0xc2])('is of a form that cameras write: %i', (marker) => {
    expect(outline(frame({ marker }), scan, END)).toEqual(whole)
  })

  it.each([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])('is of no other form: %i', (marker) => {
    expect(outline(frame({ marker }), scan, END)).toEqual(damaged)
  })

  it.each([0xc4, 0xc8, 0xcc])('takes no table for a frame: %i', (marker) => {
    expect(outline(segment(marker, Buffer.from([8, 0, 1, 0, 1, 1])), frame(), scan, END)).toEqual(whole)
  })

  it('is of eight bits, and of grey, colours or four inks', () => {
    for (const colours of [1, 3, 4]) expect(outline(frame({ colours }), scan, END), String(colours)).toEqual(whole)
    for (const colours of [0, 2, 5]) expect(outline(frame({ colours }), scan, END), String(colours)).toEqual(damaged)
    expect(outline(frame({ bits: 12 }), scan, END)).toEqual(damaged)
  })

  it('has one frame, and some passes over the pixels', () => {
    expect(outline(frame(), frame(), scan, END)).toEqual(damaged)
    expect(outline(frame(), END)).toEqual(damaged)
    expect(outline(frame(), ...Array(64).fill(scan), END)).toEqual(whole)
    expect(outline(frame(), ...Array(65).fill(scan), END)).toEqual(damaged)
  })

  it('is not whole wherever the bytes end before', () => {
    const bytes = Buffer.concat([START, segment(0xe0, Buffer.alloc(10)), frame(), scan, END])
    const sizeFrom = START.length + 14 + 10
    for (let length = 0; length < bytes.length; length += 1)
      expect(jpegOutline(bytes.subarray(0, length)), String(length)).toEqual(length < sizeFrom ? undefined : damaged)
  })

  it('has no size where no frame says one', () => {
    expect(outline(scan, END)).toBeUndefined()
    expect(outline()).toBeUndefined()
  })

  it('comes to an end where a segment says that it has no length', () => {
    expect(outline(Buffer.from([0xff, 0xe0, 0, 0]), frame(), scan, END)).toEqual(whole)
  })
})
