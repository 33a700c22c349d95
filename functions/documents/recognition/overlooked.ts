import { type Corners, heightOf, type Point, widthOf } from './geometry.ts'
import type { TextLine } from './text-lines.ts'

/** Labels of one or two characters' value: what is so short is easily taken for a stain. */
const SHORT = /^(?:性别|民族)$/u

/** In heights of the label: where behind it the value begins, and how far it goes. */
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

/** Places behind short labels where nothing was found: they are worth a second look. */
export const overlooked = (lines: readonly TextLine[]): Corners[] =>
  lines
    .filter(({ text }) => SHORT.test(text.replace(/\s/gu, '')))
    .filter(
      (label) => !lines.some((one) => one !== label && isInside(centre(one.corners), behind(label.corners, SEEN_FROM))),
    )
    .map(({ corners }) => behind(corners, FROM))
