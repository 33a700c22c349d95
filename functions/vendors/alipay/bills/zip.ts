import { crc32, inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const END_BYTES = 22
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const COMMENT_MOST = 0xffff

const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

/** `files`: how many a package may hold; `bytes`: how much they may come to together, unpacked. */
export type ZipLimits = { files: number; bytes: number }

/** The end record is searched from the back, because a comment of any length may follow it. */
const endRecord = (zip: Buffer): number => {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_MOST); at -= 1) {
    if (zip.readUInt32LE(at) === END) return at
  }
  throw new RangeError('no end record')
}

/** What one entry holds. The declared size is not believed: unpacking stops at it, and its sum must fit. */
const contentOf = (zip: Buffer, entry: number, most: number): Buffer => {
  const packedBytes = zip.readUInt32LE(entry + 20)
  const bytes = zip.readUInt32LE(entry + 24)
  const local = zip.readUInt32LE(entry + 42)
  const from = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(from, from + packedBytes)
  const method = zip.readUInt16LE(entry + 10)
  if (zip.readUInt16LE(entry + 8) & ENCRYPTED || bytes > most || (method !== STORED && method !== DEFLATED)) {
    throw new RangeError('not an entry this reads')
  }
  const content = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) })
  if (crc32(content) !== zip.readUInt32LE(entry + 16)) throw new RangeError('damaged')
  return content
}

/**
 * The contents of a zip package in its order, their names left aside: nothing is ever written under a name that somebody else
 * chose. Undefined when it is damaged, encrypted, or more than the limits allow. Node's own inflate, because it stops at a limit.
 */
export const unzipped = (zip: Buffer, limits: ZipLimits): Buffer[] | undefined => {
  const contents: Buffer[] = []
  try {
    const end = endRecord(zip)
    const files = zip.readUInt16LE(end + 10)
    if (files > limits.files) return undefined
    let entry = zip.readUInt32LE(end + 16)
    let left = limits.bytes
    for (let file = 0; file < files; file += 1) {
      if (zip.readUInt32LE(entry) !== ENTRY) return undefined
      const content = contentOf(zip, entry, left)
      contents.push(content)
      left -= content.length
      entry += ENTRY_BYTES + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
    }
    return contents
  } catch {
    return undefined
  }
}
