import { angleOf, type Corners, heightOf, medianOf, middle, type Point, turnedPoint, widthOf } from './geometry.ts'

/** A piece of text that was read. `confidence`: 0 to 1, of its characters on average. */
export type TextLine = { text: string; confidence: number; corners: Corners }

/** Shorter than so many of its heights, a text does not say which way it runs. */
const LEAST_WIDTHS = 2

/** Which way most of the text runs, in degrees. */
const directionOf = (texts: readonly Corners[]): number => {
  const long = texts.filter((one) => widthOf(one) > LEAST_WIDTHS * heightOf(one))
  return medianOf(
    long.flatMap((one) => Array.from({ length: Math.ceil(widthOf(one) / heightOf(one)) }, () => angleOf(one))),
  )
}

/** degrees; what is printed across a card, as marks are, differs by more. */
const ASKEW = 8

/** Without what runs another way than the rest: no field does. */
export const alongTheRest = <T extends { corners: Corners }>(of: readonly T[]): T[] => {
  const direction = directionOf(of.map(({ corners }) => corners))
  const isAlong = ({ corners }: T): boolean => {
    if (widthOf(corners) <= LEAST_WIDTHS * heightOf(corners)) return true
    return Math.abs(((angleOf(corners) - direction + 540) % 360) - 180) < ASKEW
  }
  return of.filter(isAlong)
}

/** A piece of text and where it is once the picture lies straight: its left end, its middle line, its right end; px. */
export type Placed = TextLine & { left: number; right: number; level: number; height: number; begin: Point }

/** Texts side by side, from left to right. */
export type Row = readonly Placed[]

const placed = (line: TextLine, direction: number): Placed => {
  const [begin, end, endBelow, beginBelow] = line.corners
  const left = turnedPoint(middle(begin, beginBelow), -direction)
  const right = turnedPoint(middle(end, endBelow), -direction)
  return {
    ...line,
    left: left.x,
    right: right.x,
    level: (left.y + right.y) / 2,
    height: heightOf(line.corners),
    begin: middle(begin, beginBelow),
  }
}

/** Of the smaller of two heights: so far apart two texts are still side by side. */
const SIDE_BY_SIDE = 0.5

/** Of its own width: a text that lies so far within another one is a second look at its end. */
const MOST_OVERLAP = 0.4

const isSecondLook = (one: Placed, row: Row): boolean =>
  row.some((other) => {
    const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const isWider = other.right - other.left > one.right - one.left
    return other !== one && isWider && shared > MOST_OVERLAP * (one.right - one.left)
  })

/** Texts that overlap have seen the same character twice: where one ends with what the next begins with, it counts once. */
const seenOnce = (row: Row): Row =>
  row.map((one, at) => {
    const next = row[at + 1]
    const isTwice = next && next.left < one.right && one.text.at(-1) === next.text.at(0)
    return isTwice ? { ...one, text: one.text.slice(0, -1) } : one
  })

/** Texts in rows from above to below, whichever way the picture was held. */
export const rowsOf = (lines: readonly TextLine[]): Row[] => {
  const direction = directionOf(lines.map(({ corners }) => corners))
  const rows: Placed[][] = []
  for (const one of lines.map((line) => placed(line, direction)).toSorted((a, b) => a.level - b.level)) {
    const row = rows.findLast((of) =>
      of.some(({ level, height }) => Math.abs(one.level - level) < SIDE_BY_SIDE * Math.min(one.height, height)),
    )
    if (row) row.push(one)
    else rows.push([one])
  }
  const withoutSecondLooks = rows.map((row) => row.filter((one) => !isSecondLook(one, row)))
  return withoutSecondLooks.map((row) => seenOnce(row.toSorted((a, b) => a.left - b.left)))
}
