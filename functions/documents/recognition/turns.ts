import { type Corners, heightOf, type Pixels, type Point, widthOf } from './geometry.ts'

/** A picture can lie in four ways: turned clockwise by so many degrees it is upright. */
export const turns = [0, 90, 180, 270] as const
export type Turn = (typeof turns)[number]

/** Where a pixel comes to lie. */
const places: Record<Turn, (point: Point, of: { width: number; height: number }) => Point> = {
  0: (point) => point,
  90: ({ x, y }, { height }) => ({ x: height - 1 - y, y: x }),
  180: ({ x, y }, { width, height }) => ({ x: width - 1 - x, y: height - 1 - y }),
  270: ({ x, y }, { width }) => ({ x: y, y: width - 1 - x }),
}

/** The same picture, turned. */
export const turnedPixels = (of: Pixels, turn: Turn): Pixels => {
  if (turn === 0) return of
  const isUpright = turn === 180
  const [width, height] = isUpright ? [of.width, of.height] : [of.height, of.width]
  const data = new Uint8Array(of.data.length)
  for (let y = 0; y < of.height; y += 1)
    for (let x = 0; x < of.width; x += 1) {
      const to = places[turn]({ x, y }, of)
      const [from, at] = [(y * of.width + x) * 3, (to.y * width + to.x) * 3]
      data[at] = of.data[from] ?? 0
      data[at + 1] = of.data[from + 1] ?? 0
      data[at + 2] = of.data[from + 2] ?? 0
    }
  return { width, height, data }
}

/** Where the corners of a text come to lie; the first is again the one that is above on the left. */
export const turnedCorners = (corners: Corners, of: { width: number; height: number }, turn: Turn): Corners => {
  const moved = corners.map((point) => places[turn](point, of))
  const from = (4 - turn / 90) % 4
  return [0, 1, 2, 3].map((at) => moved[(from + at) % 4]) as unknown as Corners
}

const LONG = 1.5

/** In which order to try: where texts stand upright the picture lies on its side. */
export const turnsToTry = (texts: readonly Corners[]): readonly Turn[] => {
  const long = texts.filter(
    (one) => Math.max(widthOf(one), heightOf(one)) > LONG * Math.min(widthOf(one), heightOf(one)),
  )
  const upright = long.filter((one) => heightOf(one) > widthOf(one))
  return upright.length * 2 > long.length ? [90, 270, 0, 180] : [0, 180, 90, 270]
}
