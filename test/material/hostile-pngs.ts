import { deflateSync } from 'node:zlib'
import { cut, flipped, type HostilePicture, noise, ofType } from './hostile-picture.ts'
import { TRACE } from './jpeg-bytes.ts'
import { blank, chunk, chunksOf, END, header, PNG_SIGNATURE, type PngForm, png } from './png-bytes.ts'

const form = (width: number, height: number, more: Partial<PngForm> = {}): PngForm => ({
  ...{ width, height, depth: 8, colour: 2, interlace: 0 },
  ...more,
})

const repeated = (bytes: Uint8Array, times: number): Uint8Array => Buffer.concat(Array(times).fill(bytes))

/** As big as they say, or not: nothing of them is to be decoded. */
const huge = (): Record<string, Uint8Array> => ({
  '12,000 by 12,000 pixels of one bit': png(
    form(12_000, 12_000, { depth: 1, colour: 0 }),
    blank(form(12_000, 12_000, { depth: 1, colour: 0 })),
  ),
  '12,000 by 12,000 pixels': png(form(12_000, 12_000, { colour: 0 }), blank(form(12_000, 12_000, { colour: 0 }))),
  '12,000 by 12,000 pixels of 64 bits, interlaced': png(
    form(12_000, 12_000, { depth: 16, colour: 6, interlace: 1 }),
    chunk('IDAT', deflateSync(noise(5000, 1))),
  ),
  '100,000 by 100,000 pixels without any': png(form(100_000, 100_000)),
  'the largest a PNG can say': png(form(0x7fff_ffff, 0x7fff_ffff)),
  'larger than a PNG can say': png(form(0xffff_ffff, 0xffff_ffff)),
  'one row of four thousand million': png(form(0xffff_ffff, 1)),
  'one column of four thousand million': png(form(1, 0xffff_ffff)),
})

/** What the chunks before and behind the pixels can hold. */
const laden = (pixels: Uint8Array, size: PngForm): Record<string, Uint8Array> => {
  const whole = (...before: Uint8Array[]): Buffer => png(size, ...before, chunk('IDAT', pixels))
  const zeros = deflateSync(Buffer.alloc(100_000_000))
  const pieces = (bytes: number): Buffer[] =>
    Array.from({ length: Math.ceil(pixels.length / bytes) }, (_, at) =>
      chunk('IDAT', pixels.subarray(at * bytes, (at + 1) * bytes)),
    )
  return {
    'pixels in pieces of four bytes': png(size, ...pieces(4)),
    'half a million empty pieces of pixels': png(
      size,
      repeated(chunk('IDAT', Buffer.alloc(0)), 500_000),
      chunk('IDAT', pixels),
    ),
    'a text that unpacks to 100 MB': whole(chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), zeros]))),
    'a profile that unpacks to 100 MB': whole(chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), zeros]))),
    'a profile that is none': whole(chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(noise(3000, 2))]))),
    'a hundred thousand texts': whole(repeated(chunk('tEXt', Buffer.from(`Comment\0${TRACE}`)), 100_000)),
    'a text with a script': whole(chunk('tEXt', Buffer.from(`Comment\0<script>${TRACE}</script>`))),
    'a text that speaks of an animation': whole(chunk('tEXt', Buffer.from('Comment\0acTL fcTL fdAT'))),
    'a text of a wrong check': whole(chunk('tEXt', Buffer.from(`Comment\0${TRACE}`), 1)),
    'exif of nonsense': whole(chunk('eXIf', noise(500, 3))),
    'a gamma of zero': whole(chunk('gAMA', Buffer.alloc(4))),
    'chunks nobody knows': whole(chunk('abCd', noise(500, 4)), chunk('zzZz', Buffer.alloc(0))),
    'a zip behind its end': Buffer.concat([whole(), Buffer.from(`PK\x03\x04${TRACE}`, 'latin1')]),
    'a page behind its end': Buffer.concat([whole(), Buffer.from(`<html><script>${TRACE}</script>`)]),
    'two megabytes behind its end': Buffer.concat([whole(), Buffer.alloc(2_000_000, TRACE)]),
    'an animation behind its end': Buffer.concat([whole(), chunk('acTL', Buffer.alloc(8)), END]),
    'a wrong check at its end': Buffer.concat([whole().subarray(0, -1), Buffer.from([0])]),
  }
}

const moving = (pixels: Uint8Array, size: PngForm): Record<string, Uint8Array> => {
  const play = (frames: number): Buffer => chunk('acTL', Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]))
  const frame = chunk('fcTL', Buffer.alloc(26))
  const still = chunk('IDAT', pixels)
  return {
    'two frames': png(size, play(2), frame, still, frame, chunk('fdAT', Buffer.concat([Buffer.alloc(4), pixels]))),
    'one frame': png(size, play(1), frame, still),
    'an animation said too late': png(size, still, play(2)),
    'a broken animation': png(size, chunk('acTL', Buffer.alloc(0)), still),
  }
}

const broken = (whole: Uint8Array, pixels: Uint8Array, size: PngForm): Record<string, Uint8Array> => {
  const before = PNG_SIGNATURE.length
  const first = before + 25
  return {
    'the signature alone': PNG_SIGNATURE,
    'the signature, then noise': Buffer.concat([PNG_SIGNATURE, noise(4000, 5)]),
    'the signature, then a picture as JPEG': Buffer.concat([
      PNG_SIGNATURE,
      Buffer.from([0xff, 0xd8, 0xff]),
      noise(4000, 6),
    ]),
    'no header': Buffer.concat([PNG_SIGNATURE, chunk('IDAT', pixels), END]),
    'a header of a wrong check': Buffer.concat([PNG_SIGNATURE, header(size, 1), chunk('IDAT', pixels), END]),
    'no pixels': png(size),
    'pixels of noise': png(size, chunk('IDAT', noise(20_000, 7))),
    'pixels of a wrong check': png(size, chunk('IDAT', pixels, 1)),
    'rows missing': png(form(size.width, size.height + 1), chunk('IDAT', pixels)),
    'a palette missing': png({ ...size, colour: 3 }, chunk('IDAT', pixels)),
    'a chunk longer than the file': Buffer.concat([
      whole.slice(0, first),
      Buffer.from([0x7f, 0xff, 0xff, 0xff]),
      whole.slice(first + 4),
    ]),
    'a critical chunk nobody knows': png(size, chunk('ABCD', noise(8, 8)), chunk('IDAT', pixels)),
    'no width': png(form(0, size.height), chunk('IDAT', pixels)),
    'no height': png(form(size.width, 0), chunk('IDAT', pixels)),
    'three bits a sample': png({ ...size, depth: 3 }, chunk('IDAT', pixels)),
    'a colour there is not': png({ ...size, colour: 5 }, chunk('IDAT', pixels)),
    'an interlacing there is not': png({ ...size, interlace: 7 }, chunk('IDAT', pixels)),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`cut after ${at * 5 + 1} %`, cut(whole, at / 20 + 0.01)]),
    ),
    ...Object.fromEntries(
      [1, 4, 11, 12, 13, 20].map((bytes) => [`without its last ${bytes} bytes`, whole.slice(0, -bytes)]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 15 }, (_, at) => [
        `bits flipped after ${at * 6 + 5} %`,
        flipped(whole, Math.floor((whole.length * (at * 6 + 5)) / 100)),
      ]),
    ),
  }
}

/** PNGs that mean harm or were harmed, made of one that is taken. */
export const hostilePngs = (whole: Uint8Array): HostilePicture[] => {
  const [first] = chunksOf(whole)
  const head = Buffer.from(first?.data ?? [])
  const size = form(head.readUInt32BE(0), head.readUInt32BE(4))
  const pixels = Buffer.concat(chunksOf(whole).flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  return [
    ...ofType('image/png', 'taken', { 'as it is': whole, ...laden(pixels, size) }),
    ...ofType('image/png', 'too_many_pixels', huge()),
    ...ofType('image/png', 'animated', moving(pixels, size)),
    ...ofType('image/png', 'decode_failed', broken(whole, pixels, size)),
    ...ofType('image/png', 'too_small', {
      'one pixel': png(form(1, 1), blank(form(1, 1))),
      'a line': png(form(25_000, 1), blank(form(25_000, 1))),
    }),
    ...ofType('image/png', 'wrong_format', {
      'line ends of another system': Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a]),
        whole.slice(8),
      ]),
      'a blank before it': Buffer.concat([Buffer.from(' '), whole]),
    }),
    ...ofType('image/jpeg', 'wrong_format', { 'a PNG': whole }),
  ]
}
