import { beforeAll, describe, expect, it } from 'vitest'
import { takePicture } from '../../../functions/material/picture/take-picture.ts'
import { drawnSvg } from '../../material/drawn-svg.ts'
import { goodPicture } from '../good-picture.ts'
import { exif, MARKER, segment, segmentsOf, TRACE, withSegments } from '../jpeg-bytes.ts'
import { colourAt, keep, withVips } from '../picture-stage.ts'
import { chunk, chunksOf, png, squares } from '../png-bytes.ts'
import { TERMS } from '../terms.ts'

let photo: Uint8Array
beforeAll(async () => {
  photo = await goodPicture()
})

const segmentKinds = (jpeg: Uint8Array): number[] =>
  [...new Set(segmentsOf(jpeg).map(({ marker }) => marker))].toSorted()

/** A JPEG of four colours, one a quarter: red, green, blue, and squares of greys that are sharp. */
const quarters = (): Promise<Uint8Array> =>
  withVips((vips, hold) => {
    const colours = ['m0 0H800V600H0Z" fill="red', 'm800 0H1600V600H800Z" fill="lime', 'm0 600H800V1200H0Z" fill="blue']
    const greys = Array.from(
      { length: 48 },
      (_, at) => `M${820 + (at % 8) * 96} ${630 + Math.floor(at / 8) * 96}h48v48h-48Z`,
    )
    const paths = [...colours, `${greys.join('')}" fill="gray`].map((path) => `<path d="${path}"/>`)
    return hold(drawnSvg(vips, 1200, 900, paths.join(''))).jpegsaveBuffer({ Q: 95 })
  })

const corners = { tl: [0.2, 0.2], tr: [0.8, 0.2], bl: [0.2, 0.8], br: [0.8, 0.8] } as const

/** Where red, lime and blue come to be, by what EXIF says of the way a phone was held (2.3, 4.6.4). */
const ways: readonly (readonly (keyof typeof corners)[])[] = [
  ['tl', 'tr', 'bl'],
  ['tr', 'tl', 'br'],
  ['br', 'bl', 'tr'],
  ['bl', 'br', 'tl'],
  ['tl', 'bl', 'tr'],
  ['tr', 'br', 'tl'],
  ['br', 'tr', 'bl'],
  ['bl', 'tl', 'br'],
]

describe('a picture that is taken', () => {
  it('is a JPEG of at most the bytes and the side that are kept, with its measures', async () => {
    const large = await goodPicture({ width: 3000 })
    const { bytes, measured } = await keep(large, 'image/jpeg')
    expect(measured).toMatchObject({ width: 1600, height: 1200, bytes: bytes.length })
    expect(bytes.length).toBeLessThanOrEqual(TERMS.keptBytes)
    expect(measured.sharpness).toBeGreaterThan(30)
    expect(measured.brightness).toBeGreaterThan(150)
    const [width, height] = await withVips((vips, hold) => {
      const image = hold(vips.Image.jpegloadBuffer(bytes))
      return [image.width, image.height]
    })
    expect([width, height]).toEqual([1600, 1200])
  })

  it('is never enlarged', async () => {
    expect((await keep(squares(), 'image/png')).measured).toMatchObject({ width: 600, height: 600 })
  })

  it('has nothing but what is needed for its pixels', async () => {
    const told = withSegments(
      photo,
      segment(MARKER.app + 1, exif(1)),
      segment(MARKER.app + 1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${TRACE}</x:xmpmeta>`),
      segment(MARKER.app + 2, `ICC_PROFILE\0\x01\x01${TRACE}`),
      segment(MARKER.app + 13, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20\x1c\x02\x5a\0\x16${TRACE}`),
      segment(MARKER.comment, TRACE),
    )
    const { bytes } = await keep(Buffer.concat([told, Buffer.from(`PK\x03\x04${TRACE}`)]), 'image/jpeg')
    expect(Buffer.from(bytes).includes(TRACE)).toBe(false)
    // Quantities, frame, codes, scan.
    expect(segmentKinds(bytes)).toEqual([0xc0, 0xc4, 0xda, 0xdb])
    expect(Buffer.from(bytes).subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
    expect(bytes).toEqual((await keep(photo, 'image/jpeg')).bytes)
  })

  it('has no text of a PNG, nor what was behind its end', async () => {
    const said = chunk('tEXt', Buffer.from(`Comment\0${TRACE}`))
    const [head, ...rest] = chunksOf(squares())
    expect(head?.type).toBe('IHDR')
    const chunks = rest.flatMap(({ type, data }) => (type === 'IEND' ? [] : [chunk(type, data)]))
    const told = png({ width: 600, height: 600, depth: 8, colour: 0, interlace: 0 }, said, ...chunks)
    const { bytes } = await keep(Buffer.concat([told, Buffer.from(`<script>${TRACE}</script>`)]), 'image/png')
    expect(Buffer.from(bytes).includes(TRACE)).toBe(false)
    expect(segmentKinds(bytes)).toEqual([0xc0, 0xc4, 0xda, 0xdb])
  })

  it('is the same for the same bytes', async () => {
    const [one, other] = [await keep(squares(), 'image/png'), await keep(squares(), 'image/png')]
    expect(one).toEqual(other)
  })

  it('leaves what it is given as it was, also where that lies among other bytes', async () => {
    const around = Buffer.concat([Buffer.alloc(100), squares(), Buffer.alloc(100)])
    const inside = new Uint8Array(around.buffer, around.byteOffset + 100, around.length - 200)
    expect((await keep(inside, 'image/png')).bytes).toEqual((await keep(squares(), 'image/png')).bytes)
    expect(Buffer.from(inside)).toEqual(squares())
  })

  it.each(ways.map((places, at) => ({ way: at + 1, places })))(
    'stands upright, from a phone that was held in way $way',
    async ({ way, places }) => {
      const turned = withSegments(await quarters(), segment(MARKER.app + 1, exif(way)))
      const { bytes: kept, measured } = await keep(turned, 'image/jpeg')
      expect([measured.width, measured.height]).toEqual(way < 5 ? [1200, 900] : [900, 1200])
      const colours = await withVips((vips, hold) => {
        const image = hold(vips.Image.jpegloadBuffer(kept))
        return places.map((place) => colourAt(image, corners[place]).map((value) => Math.round(value / 255)))
      })
      expect(colours).toEqual([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ])
    },
  )
})

describe('a picture that cannot be decoded', () => {
  it('is refused, and the next is taken', async () => {
    const damaged = squares().fill(0xaa, 60, 70)
    const sent = [squares(), damaged, squares()].map((bytes) => takePicture(bytes, 'image/png', TERMS))
    const all = await Promise.all(sent)
    const refused = { kind: 'refused', because: 'decode_failed' }
    expect(all.map((one) => (one.kind === 'taken' ? 'taken' : one))).toEqual(['taken', refused, 'taken'])
  })
})
