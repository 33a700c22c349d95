import { isGlaring } from '../../../../functions/documents/recognition/glare.ts'

/** px. */
export type Box = { x: number; y: number; width: number; height: number }

/** Colours of a picture as a canvas has them: four bytes a pixel, row by row. */
export type Drawn = { width: number; height: number; data: Uint8ClampedArray }

/**
 * What can be told of a view before anything is sent, by the measures of the service: sharpness (variance of the Laplacian of it softened) and
 * brightness (0 to 255) at its size, which should be 800 px wide as there; whether light is reflected; and how much of the frame's width has
 * anything in it, from 0 to 1.
 */
export type Measured = { sharpness: number; brightness: number; isGlaring: boolean; filled: number }

/** Shares of red, green and blue in grey. */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722]

const greyOf = ({ width, height, data }: Drawn): Float32Array => {
  const grey = new Float32Array(width * height)
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = RED * (data[at * 4] ?? 0) + GREEN * (data[at * 4 + 1] ?? 0) + BLUE * (data[at * 4 + 2] ?? 0)
  return grey
}

/** A Gaussian of 1.5 px as the service has it, in whole numbers: it takes the grain of bad light away, which would count as sharp. */
const SOFT = [8, 16, 20, 16, 8] as const
const SOFT_SUM = 68
const REACH = 2

/** Each pixel with its neighbours, `step` apart. Those at the edges, of which neighbours are missing, stay as they are. */
const softened = (of: Float32Array, step: number): Float32Array => {
  const soft = Float32Array.from(of)
  const far = REACH * step
  for (let at = far; at < of.length - far; at += 1) {
    let sum = 0
    for (let tap = -REACH; tap <= REACH; tap += 1) sum += (SOFT[tap + REACH] ?? 0) * (of[at + tap * step] ?? 0)
    soft[at] = sum / SOFT_SUM
  }
  return soft
}

/** Squared; a softened letter differs by more from what is beside it, paper and grain by less. */
const SOMETHING = 16
/** Of all there is: what lies outside on either side is a speck. */
const SPECKS = 0.02
/** Of the columns of a frame; fewer pixels with something in them than this for each are nothing. */
const LEAST = 0.2

/** The part of the columns between the first and the last with something in it. */
const spread = (columns: Uint32Array): number => {
  const all = columns.reduce((sum, one) => sum + one, 0)
  if (all < LEAST * columns.length) return 0
  let [seen, first, last] = [0, -1, 0]
  for (const [at, count] of columns.entries()) {
    seen += count
    if (first < 0 && seen > SPECKS * all) first = at
    if (seen < (1 - SPECKS) * all) last = at
  }
  return (last - first + 1) / columns.length
}

/** Variance of the Laplacian within the frame, and how far it is filled. */
const edgesIn = (soft: Float32Array, width: number, frame: Box): Pick<Measured, 'sharpness' | 'filled'> => {
  const columns = new Uint32Array(frame.width)
  let [count, sum, squares] = [0, 0, 0]
  for (let y = frame.y + 1; y < frame.y + frame.height - 1; y += 1)
    for (let x = 1; x < frame.width - 1; x += 1) {
      const at = y * width + frame.x + x
      const [up, down, left, right] = [
        soft[at - width] ?? 0,
        soft[at + width] ?? 0,
        soft[at - 1] ?? 0,
        soft[at + 1] ?? 0,
      ]
      const edge = up + down + left + right - 4 * (soft[at] ?? 0)
      count += 1
      sum += edge
      squares += edge * edge
      if (edge * edge > SOMETHING) columns[x] = (columns[x] ?? 0) + 1
    }
  const mean = sum / Math.max(1, count)
  return { sharpness: squares / Math.max(1, count) - mean * mean, filled: spread(columns) }
}

/** Colours without what canvases have beside them. */
const coloursOf = ({ width, height, data }: Drawn): { width: number; height: number; data: Uint8Array } => {
  const colours = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    colours[at * 3] = data[at * 4] ?? 0
    colours[at * 3 + 1] = data[at * 4 + 1] ?? 0
    colours[at * 3 + 2] = data[at * 4 + 2] ?? 0
  }
  return { width, height, data: colours }
}

const cornersOf = ({ x, y, width, height }: Box) =>
  [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ] as const

/** Measures a view. Some 20 ms on a phone at 800 px. `frame`: where the card should be, within it and away from its edges. */
export const measured = (view: Drawn, frame: Box): Measured => {
  const grey = greyOf(view)
  const soft = softened(softened(grey, 1), view.width)
  return {
    ...edgesIn(soft, view.width, frame),
    brightness: grey.reduce((sum, one) => sum + one, 0) / Math.max(1, grey.length),
    isGlaring: isGlaring(coloursOf(view), [cornersOf(frame)]),
  }
}
