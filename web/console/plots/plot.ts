import { scaleBand, scaleLinear } from 'd3-scale'

/** One of several things that a plot tells apart; `tone` is its colour, the same for the same thing in every plot. */
export type Series = { name: string; label: string; tone: Tone }

/** Colours in an order in which neighbours differ in light as well as in hue: for whoever sees few of them, or prints. */
export const tones = ['good', 'warn', 'info', 'bad', 'odd', 'plain'] as const
export type Tone = (typeof tones)[number]

/** What stands at one place of the axis: a value for each series (undefined where there is none), and the list that it leads to. */
export type Place = {
  key: string
  /** At the axis. */
  label: string
  /** Read out and over the pointer, before its values. */
  said: string
  to: string
  values: readonly (number | undefined)[]
  /** What they may come to. */
  limit?: number | undefined
}

/** In px; a place is never narrower than what can be pressed. */
const LEAST_PLACE = 26
const MOST_PLACE = 104
const LEAST_WIDTH = 560
export const frame = { left: 64, right: 12, top: 12, bottom: 28, height: 240 } as const
const TICKS = 4
/** So many labels find room beside each other. */
const LABEL_WIDTH = 62

export const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((all, one) => all + (one ?? 0), 0)

/** Whether there is anything to draw. */
export const isEmpty = (places: readonly Place[]): boolean =>
  places.every(({ values }) => values.every((value) => value === undefined || value === 0))

/** Each place as shares of a hundred; of a place without anything, nothing. */
export const asPercent = (places: readonly Place[]): Place[] =>
  places.map((place) => {
    const all = sum(place.values)
    const values = place.values.map((value) => (all === 0 ? 0 : (100 * (value ?? 0)) / all))
    return { ...place, limit: undefined, values }
  })

const top = ({ values, limit = 0 }: Place, isStacked: boolean): number =>
  Math.max(limit, isStacked ? sum(values) : Math.max(0, ...values.map((value) => value ?? 0)))

/** How a plot is laid out; `units`: what its values are read in, the least first, where the axis is not to have hundreds of them. */
export type Axis = {
  isStacked: boolean
  most?: number | undefined
  isWhole?: boolean
  units?: readonly number[] | undefined
}

/** Where things stand in a plot of these places, in px. */
export const layoutOf = (places: readonly Place[], { isStacked, most, isWhole = false, units = [] }: Axis) => {
  const inner = Math.min(places.length * MOST_PLACE, Math.max(LEAST_WIDTH, places.length * LEAST_PLACE))
  const width = frame.left + Math.max(inner, LEAST_WIDTH) + frame.right
  const across = scaleBand<string>()
    .domain(places.map(({ key }) => key))
    .range([frame.left, frame.left + inner])
    .paddingInner(0.2)
    .paddingOuter(0.1)
  const highest = most ?? Math.max(0, ...places.map((place) => top(place, isStacked)))
  const unit = units.filter((one) => one <= highest).at(-1) ?? 1
  const inUnits = scaleLinear()
    .domain([0, highest === 0 ? 1 : highest / unit])
    .range([frame.height - frame.bottom, frame.top])
  // Things that are counted come in wholes, also at the axis.
  const drawn = most === undefined ? inUnits.nice(TICKS).ticks(TICKS) : inUnits.ticks(TICKS)
  const ticks = (isWhole ? drawn.filter(Number.isInteger) : drawn).map((tick) => tick * unit)
  const up = (value: number): number => inUnits(value / unit)
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, across.step())))
  return { width, across, up, ticks, every }
}

/** The parts of a column, from the ground up, as [from, to] of the axis. */
export const stackOf = (values: readonly (number | undefined)[]): readonly (readonly [number, number])[] => {
  let from = 0
  return values.map((value) => {
    const part = [from, from + (value ?? 0)] as const
    from = part[1]
    return part
  })
}
