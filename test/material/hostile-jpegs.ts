import { cut, flipped, type HostilePicture, noise, ofType } from './hostile-picture.ts'
import { byteAt, changed, exif, MARKER, scanStart, segment, segmentsOf, TRACE, withSegments } from './jpeg-bytes.ts'

/** One picture that is taken, as a JPEG of each kind. */
export type Jpegs = { plain: Uint8Array; progressive: Uint8Array; restarting: Uint8Array }

const END = Buffer.from([0xff, 0xd9])
const text = (content: string): Buffer => Buffer.from(content, 'latin1')
const nothing = (): Uint8Array => Buffer.alloc(0)

/** What stands before the pixels or behind the end, and must not be in what is kept. */
const laden = (jpeg: Uint8Array): Record<string, Uint8Array> => {
  const tail = (...parts: (string | Uint8Array)[]): Buffer =>
    Buffer.concat([jpeg, ...parts.map((part) => Buffer.from(part as string))])
  const app = (number: number, data: string | Uint8Array): Buffer =>
    withSegments(jpeg, segment(MARKER.app + number, data))
  const profile = (data: Uint8Array): Buffer => app(2, Buffer.concat([text('ICC_PROFILE\0\x01\x01'), data]))
  return {
    'as it is': jpeg,
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((way) => [`from a phone that was held in way ${way}`, app(1, exif(way))]),
    ),
    ...Object.fromEntries(
      [0, 9, 0xffff].map((way) => [`from a phone that was held in way ${way}, which there is not`, app(1, exif(way))]),
    ),
    'exif that is cut': app(1, exif(1).subarray(0, 40)),
    'exif of noise': app(1, Buffer.concat([text('Exif\0\0MM\0*\0\0\0\b'), noise(4000, 21)])),
    'exif that leads to itself': app(1, Buffer.concat([text('Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\b'), Buffer.alloc(60)])),
    'exif of four thousand million entries': app(
      1,
      Buffer.concat([text('Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x0f\0\x02\xff\xff\xff\xff\0\0\0\x08\0\0\0\0')]),
    ),
    xmp: app(1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${TRACE}</x:xmpmeta>`),
    'xmp with an entity': app(
      1,
      'http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    ),
    iptc: app(13, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20\x1c\x02\x5a\0\x16${TRACE}`),
    'a profile of noise': profile(noise(3000, 22)),
    'a profile that says it is larger': profile(Buffer.concat([Buffer.from([0x7f, 0xff, 0xff, 0xff]), noise(600, 23)])),
    'a comment with a script': withSegments(jpeg, segment(MARKER.comment, `<?php system('${TRACE}'); ?>`)),
    'a hundred long comments': withSegments(
      jpeg,
      ...Array(30).fill(segment(MARKER.comment, Buffer.alloc(65_533, TRACE))),
    ),
    'a thousand segments': withSegments(jpeg, ...Array(1000).fill(segment(MARKER.app + 4, TRACE))),
    'more pictures announced': app(2, `MPF\0MM\0*${TRACE}`),
    'two bytes of filling before each segment': Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xff]),
      jpeg.subarray(2),
    ]),
    'a zip behind its end': tail(text('PK\x03\x04'), noise(2000, 24), TRACE),
    'an archive of programs behind its end': tail(
      text('PK\x03\x04\x14\0META-INF/MANIFEST.MF'),
      TRACE,
      text('PK\x05\x06'),
    ),
    'a page behind its end': tail(`<!doctype html><script>${TRACE}</script>`),
    'a pdf behind its end': tail(`%PDF-1.7\n%${TRACE}\n%%EOF`),
    'a program behind its end': tail(text('\x7fELF'), noise(3000, 25), TRACE),
    'another picture behind its end': tail(jpeg),
    'a PNG behind its end': tail(text('\x89PNG\r\n\x1a\n'), TRACE),
    'three megabytes behind its end': tail(Buffer.alloc(3_000_000, TRACE)),
  }
}

const sized = (jpeg: Uint8Array, width: number, height: number): Uint8Array =>
  changed(jpeg, MARKER.sof, (frame) => {
    frame.writeUInt16BE(height, 5)
    frame.writeUInt16BE(width, 7)
    return frame
  })

/** A frame of another process, precision or number of colours than cameras write. */
const strange = (jpeg: Uint8Array): Record<string, Uint8Array> => ({
  ...Object.fromEntries(
    [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf].map((kind) => [
      `a frame of kind ${kind.toString(16)}`,
      changed(jpeg, MARKER.sof, byteAt(1, kind)),
    ]),
  ),
  'a JPEG-LS': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xf7]), noise(500, 26)]),
  'twelve bits a sample': changed(jpeg, MARKER.sof, byteAt(4, 12)),
  'two colours': changed(jpeg, MARKER.sof, byteAt(9, 2)),
  'no colours': changed(jpeg, MARKER.sof, byteAt(9, 0)),
  'more colours than it describes': changed(jpeg, MARKER.sof, byteAt(9, 4)),
  'samples of no width': changed(jpeg, MARKER.sof, byteAt(11, 0x01)),
  'samples of fifteen widths': changed(jpeg, MARKER.sof, byteAt(11, 0xff)),
  'tables of quantities there are not': changed(jpeg, MARKER.sof, byteAt(12, 9)),
  'no height': sized(jpeg, 1000, 0),
  'no width': sized(jpeg, 0, 1000),
})

/** Tables that are missing or wrong. */
const brokenTables = (jpeg: Uint8Array): Record<string, Uint8Array> => ({
  'no frame': changed(jpeg, MARKER.sof, nothing),
  'two frames': changed(jpeg, MARKER.sof, (frame) => Buffer.concat([frame, frame])),
  'no scan': changed(jpeg, MARKER.sos, nothing),
  'no quantities': changed(jpeg, MARKER.dqt, nothing),
  'codes longer than there are': changed(jpeg, MARKER.dht, (table) => table.fill(0xff, 5, 21)),
  'codes of no length': changed(jpeg, MARKER.dht, (table) => table.fill(0, 5, 21)),
  'a table of codes for a colour there is not': changed(jpeg, MARKER.dht, byteAt(4, 0x7f)),
  'a scan of a colour there is not': changed(jpeg, MARKER.sos, byteAt(5, 0x77)),
  'a scan of codes there are not': changed(jpeg, MARKER.sos, byteAt(6, 0x33)),
  'a segment of no length': changed(jpeg, MARKER.dqt, (table) => table.fill(0, 2, 4)),
  'a segment longer than the file': withSegments(jpeg.slice(0, 2000), Buffer.from([0xff, 0xe5, 0xff, 0xff])),
})

const ROUND = Array.from({ length: 20 }, (_, at) => at / 20 + 0.02)

const truncated = (jpegs: Jpegs): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(jpegs).flatMap(([kind, jpeg]) => [
      ...ROUND.map((part) => [`${kind}, cut after ${Math.round(part * 100)} %`, cut(jpeg, part)] as const),
      ...[1, 2, 3, 100].map((bytes) => [`${kind}, without its last ${bytes} bytes`, jpeg.slice(0, -bytes)] as const),
    ]),
  )

const noisy = (jpeg: Uint8Array): Record<string, Uint8Array> => {
  const start = scanStart(jpeg)
  const head = jpeg.slice(0, start)
  const burst = (part: number): Uint8Array => {
    const at = start + Math.floor((jpeg.length - start) * part)
    return Buffer.concat([jpeg.slice(0, at), noise(2000, 31), jpeg.slice(at + 2000)])
  }
  return {
    'two bytes that begin one': Buffer.from([0xff, 0xd8, 0xff]),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].map((seed) => [
        `the first bytes, then noise ${seed}`,
        Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise(5000, seed)]),
      ]),
    ),
    ...Object.fromEntries(
      [1, 2, 3].map((seed) => [`its tables, then noise ${seed}`, Buffer.concat([head, noise(20_000, 40 + seed), END])]),
    ),
    'its tables, then nothing': Buffer.concat([head, END]),
    'its tables, then zeros': Buffer.concat([head, Buffer.alloc(20_000), END]),
    ...Object.fromEntries([0.1, 0.4, 0.8].map((part) => [`noise after ${part * 100} % of the pixels`, burst(part)])),
  }
}

/** A JPEG that says two thousand times over how the same bits of it go on: little to send, each a pass over all pixels. */
const manyScans = (progressive: Uint8Array): Uint8Array => {
  const [last] = segmentsOf(progressive).slice(-1)
  const scan = Buffer.concat([progressive.slice(last?.from, last?.to), Buffer.from([0])])
  return Buffer.concat([progressive.slice(0, -2), ...Array(2000).fill(scan), END])
}

/** JPEGs that mean harm or were harmed, made of one that is taken. */
export const hostileJpegs = (jpegs: Jpegs): HostilePicture[] => [
  ...ofType('image/jpeg', 'taken', {
    ...laden(jpegs.plain),
    progressive: jpegs.progressive,
    'restarting often': jpegs.restarting,
  }),
  ...ofType('image/jpeg', 'too_many_pixels', {
    'sixty thousand pixels square': sized(jpegs.plain, 60_000, 60_000),
    'the largest a JPEG can say': sized(jpegs.plain, 0xffff, 0xffff),
  }),
  ...ofType('image/jpeg', 'decode_failed', {
    ...strange(jpegs.plain),
    ...brokenTables(jpegs.plain),
    ...truncated(jpegs),
    ...noisy(jpegs.plain),
    'two thousand scans': manyScans(jpegs.progressive),
  }),
  ...ofType('image/jpeg', 'too_small', { 'a strip': sized(jpegs.plain, 1000, 20) }),
  ...ofType('image/jpeg', 'wrong_format', {
    'half of its first bytes': Buffer.from([0xff, 0xd8]),
    'a blank before it': Buffer.concat([text(' '), jpegs.plain]),
    'a gif before it': Buffer.concat([text('GIF89a'), jpegs.plain]),
    'a pdf before it': Buffer.concat([text('%PDF-1.4\n'), jpegs.plain]),
    'a first byte that was flipped': flipped(jpegs.plain, 0),
    'sent as text': Buffer.from(Buffer.from(jpegs.plain.slice(0, 3000)).toString('base64')),
  }),
  ...ofType('image/png', 'wrong_format', { 'a JPEG': jpegs.plain, 'a progressive JPEG': jpegs.progressive }),
]
