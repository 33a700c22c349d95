import type { Corners, Pixels } from './geometry.ts'

/** 0 to 255: as bright as a sensor can say, in each colour. */
const SATURATED = 250
/** px; every so many a pixel is looked at. */
const STEP = 3
/** Of what lies around the text: more of it is white with light where paper of cards never is. */
const MOST = 0.03

/** Whether light is reflected where text stands: it is asked only where something could not be read. */
export const isGlaring = (of: Pixels, texts: readonly Corners[]): boolean => {
  const points = texts.flat()
  if (points.length === 0) return false
  const within = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most)
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  let [seen, white] = [0, 0]
  for (let y = within(top, of.height - 1); y <= within(bottom, of.height - 1); y += STEP)
    for (let x = within(left, of.width - 1); x <= within(right, of.width - 1); x += STEP) {
      const at = (y * of.width + x) * 3
      seen += 1
      if (Math.min(of.data[at] ?? 0, of.data[at + 1] ?? 0, of.data[at + 2] ?? 0) >= SATURATED) white += 1
    }
  return white > MOST * seen
}
