import { inflateSync } from 'node:zlib'

// WOFF 1.0 (https://www.w3.org/TR/WOFF/): the tables of a TrueType font, each deflated by itself.

const SIGNATURE = 'wOFF'
const HEADER_BYTES = 44
const ENTRY_BYTES = 20
const FONT_HEADER_BYTES = 12
const FONT_ENTRY_BYTES = 16

type FontTable = { tag: Buffer; checksum: number; data: Buffer }

/** Tables begin at multiples of four. */
const padded = (length: number): number => Math.ceil(length / 4) * 4

const tableAt = (woff: Buffer, at: number): FontTable => {
  const [offset, packedLength, length, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(at + field))
  if (offset === undefined || packedLength === undefined || length === undefined || checksum === undefined)
    throw new Error('a WOFF table has no place')
  const packed = woff.subarray(offset, offset + packedLength)
  const data = packedLength < length ? inflateSync(packed) : packed
  if (data.length !== length) throw new Error(`a WOFF table has ${data.length} bytes instead of ${length}`)
  return { tag: woff.subarray(at, at + 4), checksum, data }
}

const fontHeader = (flavor: number, tables: number): Buffer => {
  const header = Buffer.alloc(FONT_HEADER_BYTES)
  const power = Math.floor(Math.log2(tables))
  header.writeUInt32BE(flavor, 0)
  header.writeUInt16BE(tables, 4)
  header.writeUInt16BE(16 * 2 ** power, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(16 * (tables - 2 ** power), 10)
  return header
}

const fontEntry = ({ tag, checksum, data }: FontTable, offset: number): Buffer => {
  const entry = Buffer.alloc(FONT_ENTRY_BYTES)
  tag.copy(entry)
  entry.writeUInt32BE(checksum, 4)
  entry.writeUInt32BE(offset, 8)
  entry.writeUInt32BE(data.length, 12)
  return entry
}

/** The TrueType or OpenType file that a WOFF 1.0 file was made of. Throws for anything else, WOFF 2 among it. */
export const unpackedWoff = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== SIGNATURE) throw new Error('no WOFF 1.0 font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => tableAt(woff, HEADER_BYTES + at * ENTRY_BYTES))
  let offset = FONT_HEADER_BYTES + count * FONT_ENTRY_BYTES
  const entries: Buffer[] = []
  for (const table of tables) {
    entries.push(fontEntry(table, offset))
    offset += padded(table.data.length)
  }
  const bodies = tables.map(({ data }) => Buffer.concat([data], padded(data.length)))
  return Buffer.concat([fontHeader(woff.readUInt32BE(4), count), ...entries, ...bodies])
}
