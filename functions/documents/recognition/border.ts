import type { CardSide } from '../recogniser.ts'
import type { Corners, Point } from './geometry.ts'
import type { Label, Labelled } from './labels.ts'

/**
 * Where the labels of a kind of card begin, in parts of its width from its upper left corner; `height`: in parts of its width, too. A row is
 * measured once, on photos of whole cards that were taken straight and with their owners' consent.
 */
type Place = readonly [number, number]
type Layout = {
  height: number
  labels: Readonly<Partial<Record<Label, Place>>>
  /** The same of values. */
  values?: Readonly<Partial<Record<Label, Place>>>
}

/** The specimens of the sandbox. Of real cards none is measured here: for them texts must keep away from the edge. */
const layouts: Readonly<Record<CardSide, readonly Layout[]>> = {
  front: [
    {
      height: 0.63,
      labels: {
        姓名: [0.309, 0.157],
        性别: [0.309, 0.227],
        出生: [0.309, 0.297],
        住址: [0.309, 0.367],
        公民身份号码: [0.048, 0.562],
      },
    },
  ],
  back: [
    {
      height: 0.63,
      labels: { 签发机关: [0.179, 0.427], 有效期限: [0.179, 0.507] },
      values: { 签发机关: [0.352, 0.427], 有效期限: [0.351, 0.507] },
    },
  ],
}

/** A turning, scaling and shifting: (x, y) becomes (a·x − b·y + c, b·x + a·y + d). */
type Fit = { a: number; b: number; c: number; d: number }

const carried = ({ a, b, c, d }: Fit, [x, y]: readonly [number, number]): Point => ({
  x: a * x - b * y + c,
  y: b * x + a * y + d,
})

type Pair = { from: readonly [number, number]; to: Point }

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The one that comes nearest to all pairs, by least squares; undefined where they do not say. */
const fitOf = (pairs: readonly Pair[]): Fit | undefined => {
  const [fx, fy] = [mean(pairs.map(({ from }) => from[0])), mean(pairs.map(({ from }) => from[1]))]
  const [tx, ty] = [mean(pairs.map(({ to }) => to.x)), mean(pairs.map(({ to }) => to.y))]
  let [same, across, size] = [0, 0, 0]
  for (const { from, to } of pairs) {
    const [x, y, u, v] = [from[0] - fx, from[1] - fy, to.x - tx, to.y - ty]
    same += x * u + y * v
    across += x * v - y * u
    size += x * x + y * y
  }
  if (size === 0) return undefined
  const [a, b] = [same / size, across / size]
  return { a, b, c: tx - a * fx + b * fy, d: ty - b * fx - a * fy }
}

/** Places that a layout must explain before it says where the corners are. */
const LEAST_PLACES = 3
/** In parts of the card's width: how far labels may be from where a layout has them, on average. */
const NEAR = 0.012

const fitted = (layout: Layout, labels: readonly Labelled[]): Fit | undefined => {
  const pairs = labels.flatMap(({ label, at, valueAt }): Pair[] => {
    const [from, valueFrom] = [layout.labels[label], layout.values?.[label]]
    return [...(from ? [{ from, to: at }] : []), ...(valueFrom && valueAt ? [{ from: valueFrom, to: valueAt }] : [])]
  })
  if (pairs.length < LEAST_PLACES) return undefined
  const fit = fitOf(pairs)
  if (!fit) return undefined
  const width = Math.hypot(fit.a, fit.b)
  const off = pairs.map(({ from, to }) => Math.hypot(carried(fit, from).x - to.x, carried(fit, from).y - to.y))
  return mean(off) < NEAR * width ? fit : undefined
}

type Size = { width: number; height: number }

/** In parts of the card's width: so much of it may be outside. */
const TOLERANCE = 0.02

const cornersOutside = (fit: Fit, layout: Layout, { width, height }: Size): boolean => {
  const slack = TOLERANCE * Math.hypot(fit.a, fit.b)
  const corners = [[0, 0] as const, [1, 0] as const, [1, layout.height] as const, [0, layout.height] as const]
  return corners
    .map((corner) => carried(fit, corner))
    .some(({ x, y }) => x < -slack || y < -slack || x > width + slack || y > height + slack)
}

/** px; nearer to the edge of the picture than this, in parts of its width, a text may go on outside. */
const MARGIN = 0.008

const touchesTheEdge = (texts: readonly Corners[], { width, height }: Size): boolean => {
  const least = MARGIN * width
  return texts.flat().some(({ x, y }) => x < least || y < least || x > width - least || y > height - least)
}

/**
 * Whether part of the card is outside of the picture: by where its corners must be, of a card whose layout is known; or else because a text runs
 * to the edge.
 */
export const isCut = (side: CardSide, labels: readonly Labelled[], texts: readonly Corners[], size: Size): boolean => {
  for (const layout of layouts[side]) {
    const fit = fitted(layout, labels)
    if (fit) return cornersOutside(fit, layout, size)
  }
  return touchesTheEdge(texts, size)
}
