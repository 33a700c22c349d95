/** Markers of a JPEG that tests name. */
export const MARKER = {
  sof: 0xc0,
  progressive: 0xc2,
  dht: 0xc4,
  sos: 0xda,
  dqt: 0xdb,
  app: 0xe0,
  comment: 0xfe,
} as const

/** A segment: marker, length, data of at most 65,533 bytes. */
export const segment = (marker: number, data: Uint8Array | string): Buffer => {
  const content = Buffer.from(data as Uint8Array)
  const bytes = Buffer.alloc(4 + content.length)
  bytes.set([0xff, marker], 0)
  bytes.writeUInt16BE(2 + content.length, 2)
  bytes.set(content, 4)
  return bytes
}

/** A JPEG with these segments, first of all. */
export const withSegments = (jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

export type Segment = { marker: number; from: number; to: number }

/** The segments of a JPEG up to its first scan, that one included. */
export const segmentsOf = (jpeg: Uint8Array): Segment[] => {
  const view = Buffer.from(jpeg)
  const found: Segment[] = []
  for (let from = 2; found.at(-1)?.marker !== MARKER.sos; from = Number(found.at(-1)?.to))
    found.push({ marker: view.readUInt8(from + 1), from, to: from + 2 + view.readUInt16BE(from + 2) })
  return found
}

const first = (jpeg: Uint8Array, marker: number): Segment => {
  const found = segmentsOf(jpeg).find((one) => one.marker === marker)
  if (!found) throw new Error(`the picture has no segment ${marker.toString(16)}`)
  return found
}

/** Where what is coded of the pixels begins. */
export const scanStart = (jpeg: Uint8Array): number => first(jpeg, MARKER.sos).to

/** A JPEG whose first segment of that kind is another, or none. Offsets of `change` are from the marker. */
export const changed = (jpeg: Uint8Array, marker: number, change: (segment: Buffer) => Uint8Array): Buffer => {
  const { from, to } = first(jpeg, marker)
  return Buffer.concat([jpeg.subarray(0, from), change(Buffer.from(jpeg.slice(from, to))), jpeg.subarray(to)])
}

/** A change that writes a byte. */
export const byteAt =
  (at: number, value: number) =>
  (segment: Buffer): Uint8Array => {
    segment[at] = value
    return segment
  }

const LONG = 4
const ASCII = 2
const SHORT = 3

type Entry = { tag: number; type: number; count: number; value: Uint8Array }

const directory = (at: number, entries: readonly Entry[]): Buffer => {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4)
  bytes.writeUInt16BE(entries.length, 0)
  const outside: Uint8Array[] = []
  let free = at + bytes.length
  for (const [one, { tag, type, count, value }] of entries.entries()) {
    const place = 2 + one * 12
    bytes.writeUInt16BE(tag, place)
    bytes.writeUInt16BE(type, place + 2)
    bytes.writeUInt32BE(count, place + 4)
    if (value.length <= 4) bytes.set(value, place + 8)
    else {
      bytes.writeUInt32BE(free, place + 8)
      outside.push(value)
      free += value.length
    }
  }
  return Buffer.concat([bytes, ...outside])
}

const RATIONAL = 5
/** Degrees, minutes, seconds. */
const ANGLE = Buffer.from([0, 0, 0, 39, 0, 0, 0, 1, 0, 0, 0, 54, 0, 0, 0, 1, 0, 0, 0, 31, 0, 0, 0, 1])

const short = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff])
const long = (value: number): Buffer => Buffer.from([0, 0, value >> 8, value & 0xff])
const text = (tag: number, value: string): Entry => ({
  tag,
  type: ASCII,
  count: value.length + 1,
  value: Buffer.from(`${value}\0`),
})

/** Said in every place where a picture tells of its making, and looked for in what is kept of it. */
export const TRACE = 'TRACE-39.9087N-116.3975E'

/** EXIF data with a way up (1 to 8), who made it, and where: all that a phone tells. */
export const exif = (orientation: number): Buffer => {
  const main = (place: number): Buffer =>
    directory(8, [
      text(0x010f, TRACE),
      { tag: 0x0112, type: SHORT, count: 1, value: short(orientation) },
      text(0x0132, '2026:11:20 08:00:00'),
      { tag: 0x8825, type: LONG, count: 1, value: long(place) },
    ])
  const place = 8 + main(0).length
  const gps = directory(place, [
    text(0x0001, 'N'),
    { tag: 0x0002, type: RATIONAL, count: 3, value: ANGLE },
    text(0x001b, TRACE),
  ])
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'), main(place), gps])
}
