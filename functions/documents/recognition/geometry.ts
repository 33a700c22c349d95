/** px, from the upper left. */
export type Point = { x: number; y: number }

/** Clockwise, as the text runs: where it begins above, ends above, ends below, begins below. */
export type Corners = readonly [Point, Point, Point, Point]

/** Colours of a picture, three bytes a pixel, row by row. */
export type Pixels = { width: number; height: number; data: Uint8Array }

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Which way a text runs, in degrees: 0 to the right, 90 downwards. */
export const angleOf = ([begin, end]: Corners): number => (Math.atan2(end.y - begin.y, end.x - begin.x) * 180) / Math.PI

export const widthOf = ([begin, end, endBelow, beginBelow]: Corners): number =>
  Math.max(distance(begin, end), distance(beginBelow, endBelow))

export const heightOf = ([begin, end, endBelow, beginBelow]: Corners): number =>
  Math.max(distance(begin, beginBelow), distance(end, endBelow))

export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

export const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** A point after the picture was turned clockwise about the origin by so many degrees. */
export const turnedPoint = ({ x, y }: Point, degrees: number): Point => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}
