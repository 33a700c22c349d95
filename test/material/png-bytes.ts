import { crc32, deflateSync } from 'node:zlib'

/** A PNG is this, and chunks. */
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A chunk, with a check that is right, or differs in some bits from it. */
export const chunk = (type: string, data: Uint8Array, wrongBits = 0): Buffer => {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE((crc32(bytes.subarray(4, 8 + data.length)) ^ wrongBits) >>> 0, 8 + data.length)
  return bytes
}

/** Of one sample: bits; of a picture: 0 grey, 2 colours, 3 palette, 4 and 6 with alpha; 1 for interlaced. */
export type PngForm = { width: number; height: number; depth: number; colour: number; interlace: number }

export const header = ({ width, height, depth, colour, interlace }: PngForm, wrongBits = 0): Buffer => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, 0, 0, interlace], 8)
  return chunk('IHDR', data, wrongBits)
}

export const END = chunk('IEND', Buffer.alloc(0))

/** A PNG of a header and these chunks. */
export const png = (form: PngForm, ...chunks: readonly Uint8Array[]): Buffer =>
  Buffer.concat([PNG_SIGNATURE, header(form), ...chunks, END])

/** The bytes of a chunk of pixels that are all zero: as many rows as the form has. */
export const blank = ({ width, height, depth, colour }: PngForm): Buffer => {
  const samples = [1, 0, 3, 1, 2, 0, 4][colour] ?? 1
  return chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil((width * samples * depth) / 8) + 1) * height)))
}

/** The chunks of a PNG, whole. */
export const chunksOf = (bytes: Uint8Array): { type: string; data: Uint8Array }[] => {
  const view = Buffer.from(bytes)
  const found: { type: string; data: Uint8Array }[] = []
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at))
    found.push({
      type: view.toString('latin1', at + 4, at + 8),
      data: view.subarray(at + 8, at + 8 + view.readUInt32BE(at)),
    })
  return found
}

const SIDE = 600
const STRIPE = 60

/** Squares of two greys: small, quickly made, and taken. */
export const squares = (): Buffer => {
  const row = (at: number): Buffer =>
    Buffer.from([0, ...Array.from({ length: SIDE }, (_, x) => ((Math.floor(x / STRIPE) + at) % 2 === 0 ? 90 : 200))])
  const rows = Array.from({ length: SIDE }, (_, y) => row(Math.floor(y / STRIPE)))
  const form = { width: SIDE, height: SIDE, depth: 8, colour: 0, interlace: 0 }
  return png(form, chunk('IDAT', deflateSync(Buffer.concat(rows))))
}
