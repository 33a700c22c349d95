import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

// Letters as outlines, from the font that the pages are tested with: what draws pictures here knows no fonts.

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/package.json')))

/** Which file of the font has which characters. */
const slices = (): { file: string; holds: (point: number) => boolean }[] =>
  readFileSync(join(PACKAGE, '400.css'), 'utf8')
    .split('@font-face')
    .flatMap((face) => {
      const file = /files\/([\w[\]-]+\.woff)\)/.exec(face)?.[1]
      const ranges = [...face.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/g)].map(([, from = '', to = from]) => [
        Number.parseInt(from, 16),
        Number.parseInt(to, 16),
      ])
      const holds = (point: number): boolean => ranges.some(([from = 0, to = 0]) => from <= point && point <= to)
      return file ? [{ file, holds }] : []
    })

type Tables = (name: string) => Buffer

/** The tables of a WOFF file (W3C, WOFF 1.0, section 4). */
const tablesOf = (file: string): Tables => {
  const bytes = readFileSync(join(PACKAGE, 'files', file))
  const read = (name: string): Buffer => {
    const entry = bytes.indexOf(name, 44, 'latin1')
    const [from, packed, length] = [4, 8, 12].map((at) => bytes.readUInt32BE(entry + at)) as [number, number, number]
    const table = bytes.subarray(from, from + packed)
    return packed < length ? inflateSync(table) : table
  }
  const known = new Map<string, Buffer>()
  return (name) => {
    const table = known.get(name) ?? read(name)
    known.set(name, table)
    return table
  }
}

/** The number of a character's glyph, by the table of format 4; 0 where it has none. */
const glyphOf = (cmap: Buffer, point: number): number => {
  const encodings = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + at * 8))
  const table = cmap.subarray(encodings.find((at) => cmap.readUInt16BE(at) === 4))
  const twice = table.readUInt16BE(6)
  for (let at = 0; at < twice; at += 2) {
    const [end, start] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + twice + at)]
    if (point > end || point < start) continue
    const [delta, place] = [16 + 2 * twice + at, 16 + 3 * twice + at]
    const offset = table.readUInt16BE(place)
    const glyph = offset === 0 ? point : table.readUInt16BE(place + offset + 2 * (point - start))
    return (glyph + table.readUInt16BE(delta)) & 0xffff
  }
  return 0
}

type Point = { x: number; y: number; isOn: boolean }

/** The contours of a simple glyph (OpenType, glyf); none for an empty one. */
const contoursOf = (glyph: Buffer): Point[][] => {
  if (glyph.length === 0 || glyph.readInt16BE(0) < 0) return []
  const ends = Array.from({ length: glyph.readInt16BE(0) }, (_, at) => glyph.readUInt16BE(10 + at * 2))
  let at = 12 + ends.length * 2 + glyph.readUInt16BE(10 + ends.length * 2)
  const flags: number[] = []
  while (flags.length <= Number(ends.at(-1))) {
    const flag = glyph.readUInt8(at++)
    flags.push(flag)
    if (flag & 8) for (let more = glyph.readUInt8(at++); more > 0; more -= 1) flags.push(flag)
  }
  const along = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += glyph.readUInt8(at++) * (flag & same ? 1 : -1)
      else if (!(flag & same)) {
        value += glyph.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const [xs, ys] = [along(2, 16), along(4, 32)]
  const points = flags.map((flag, one) => ({ x: Number(xs[one]), y: Number(ys[one]), isOn: (flag & 1) === 1 }))
  return ends.map((end, one) => points.slice(one === 0 ? 0 : Number(ends[one - 1]) + 1, end + 1))
}

/** A contour as a path of SVG: between two points beside the curve there is one on it, half way. */
const pathOf = (contour: readonly Point[]): string => {
  const whole = contour.flatMap((point, at) => {
    const next = contour[(at + 1) % contour.length] ?? point
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOn: true }
    return point.isOn || next.isOn ? [point] : [point, middle]
  })
  const first = whole.findIndex(({ isOn }) => isOn)
  const turned = [...whole.slice(first), ...whole.slice(0, first), ...whole.slice(first, first + 1)]
  const steps = turned.map(
    ({ x, y, isOn }, at) => `${at === 0 ? 'M' : isOn ? (turned[at - 1]?.isOn ? 'L' : '') : 'Q'}${x} ${y}`,
  )
  return `${steps.join(' ')}Z`
}

const all = slices()
const opened = new Map<string, Tables>()
const tablesFor = (point: number): Tables | undefined => {
  const file = all.find(({ holds }) => holds(point))?.file
  if (file && !opened.has(file)) opened.set(file, tablesOf(file))
  return file ? opened.get(file) : undefined
}

const UNITS = 1000

const drawn = (character: string): { path: string; width: number } => {
  const point = Number(character.codePointAt(0))
  const tables = tablesFor(point)
  if (!tables) return { path: '', width: UNITS }
  const glyph = glyphOf(tables('cmap'), point)
  const offsets = tables('loca')
  const offset = (at: number): number =>
    tables('head').readInt16BE(50) === 0 ? offsets.readUInt16BE(at * 2) * 2 : offsets.readUInt32BE(at * 4)
  const measured = Math.min(glyph, tables('hhea').readUInt16BE(34) - 1)
  const contours = contoursOf(tables('glyf').subarray(offset(glyph), offset(glyph + 1)))
  return { path: contours.map(pathOf).join(''), width: tables('hmtx').readUInt16BE(measured * 4) }
}

/** A text as SVG, its base line beginning at a place (px), letters of a size (px). */
export const textAt = (text: string, x: number, y: number, size: number): string => {
  let pen = 0
  const glyphs = [...text].map((character) => {
    const { path, width } = drawn(character)
    pen += width
    return `<path transform="translate(${pen - width} 0)" d="${path}"/>`
  })
  return `<g transform="translate(${x} ${y}) scale(${size / UNITS} ${-size / UNITS})">${glyphs.join('')}</g>`
}
