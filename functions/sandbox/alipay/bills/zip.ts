import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive. The name is bytes, because this channel does not write it in UTF-8. */
export type Entry = { name: Buffer; content: Buffer }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const DEFLATED = 8
/** 1 January 1980, 0:00. */
const NO_TIME = 0x00210000

/** Sizes, checksum and times, which both headers of a file repeat. */
const facts = ({ name, content }: Entry, packed: Buffer): Buffer => {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(VERSION, 0)
  bytes.writeUInt16LE(DEFLATED, 4)
  bytes.writeUInt32LE(NO_TIME, 6)
  bytes.writeUInt32LE(crc32(content), 10)
  bytes.writeUInt32LE(packed.length, 14)
  bytes.writeUInt32LE(content.length, 18)
  bytes.writeUInt16LE(name.length, 22)
  return bytes
}

const number = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

/** An archive of these files, deflated, in the plainest form there is. */
export const zip = (entries: readonly Entry[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content)
    const common = facts(entry, packed)
    const file = Buffer.concat([number(LOCAL, 4), common, entry.name, packed])
    const attributes = Buffer.alloc(10)
    directory.push(number(CENTRAL, 4), number(VERSION, 2), common, attributes, number(offset, 4), entry.name)
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const counts = [number(0, 4), number(entries.length, 2), number(entries.length, 2)]
  const end = [number(END, 4), ...counts, number(central.length, 4), number(offset, 4), number(0, 2)]
  return Buffer.concat([...files, central, ...end])
}
