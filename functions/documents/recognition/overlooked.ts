import { type Corners, heightOf, type Point, widthOf } from './geometry.ts'
import { nations } from './nations.ts'
import type { TextLine } from './text-lines.ts'

/** What is so short is easily taken for a stain. In heights of the label: where behind it the value begins, and how far it goes. */
const [FROM, TO] = [0.3, 2.6]
/** Its box may reach into that of its value. */
const SEEN_FROM = -0.7
/** The value is larger than its label. */
const HIGHER = 0.15

/** The place behind a text, along the way it runs. */
const behind = (of: Corners, from: number): Corners => {
  const [begin, end, endBelow] = of
  const [width, height] = [widthOf(of), heightOf(of)]
  const along = (point: Point, times: number): Point => ({
    x: point.x + ((end.x - begin.x) / width) * times * height,
    y: point.y + ((end.y - begin.y) / width) * times * height,
  })
  const [above, below] = [end, endBelow].map((point, at) => {
    const other = at === 0 ? endBelow : end
    return { x: point.x + (point.x - other.x) * HIGHER, y: point.y + (point.y - other.y) * HIGHER }
  }) as [Point, Point]
  return [along(above, from), along(above, TO), along(below, TO), along(below, from)]
}

const isInside = ({ x, y }: Point, of: Corners): boolean => {
  const [xs, ys] = [of.map((corner) => corner.x), of.map((corner) => corner.y)]
  return x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys)
}

const centre = (of: Corners): Point => ({
  x: of.reduce((sum, { x }) => sum + x, 0) / of.length,
  y: of.reduce((sum, { y }) => sum + y, 0) / of.length,
})

const sexes: ReadonlySet<string> = new Set(['男', '女'])

/** What may stand behind a label of a short value. */
const values: Readonly<Record<string, ReadonlySet<string>>> = { 性别: sexes, 民族: nations }

const plain = ({ text }: TextLine): string => text.replace(/\s/gu, '')

/** Places behind short labels where nothing that can stand there was found: they are worth a second look. */
export const overlooked = (lines: readonly TextLine[]): Corners[] =>
  lines
    .flatMap((label) => {
      const known = values[plain(label)]
      return known ? [{ label, known }] : []
    })
    .filter(
      ({ label, known }) =>
        !lines.some((one) => known.has(plain(one)) && isInside(centre(one.corners), behind(label.corners, SEEN_FROM))),
    )
    .map(({ label }) => behind(label.corners, FROM))
