/** Width and height, in CSS pixels; of a picture in its own. */
export type Box = { width: number; height: number }

/** By how much a picture is turned to the right, in degrees. */
type Turn = 0 | 90 | 180 | 270

/** How a picture is looked at. `zoom`: CSS pixels for one of its own; undefined where all of it fits into its place. */
export type View = { zoom: number | undefined; turn: Turn }

/** The whole picture, as it was taken. */
export const FITTED: View = { zoom: undefined, turn: 0 }

const STEPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const

/** A step that changes less than that is no step. */
const SEEN = 1.1

/** What a picture takes up once it is turned. */
export const turnedBox = ({ width, height }: Box, turn: Turn): Box =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width }

/** The scale at which all of it is seen; never more than its own size. */
export const fitScale = (picture: Box, turn: Turn, place: Box): number => {
  const { width, height } = turnedBox(picture, turn)
  return Math.min(1, place.width / width, place.height / height)
}

/** The next step closer than `scale`; the last one stays. */
export const closer = (view: View, scale: number): View => {
  const zoom = STEPS.find((step) => step >= scale * SEEN)
  return zoom === undefined ? view : { ...view, zoom }
}

/** The next step further away; once nothing more is gained, all of it, which is at `fit`. */
export const further = (view: View, scale: number, fit: number): View => {
  const zoom = [...STEPS].reverse().find((step) => step <= scale / SEEN)
  return { ...view, zoom: zoom === undefined || zoom <= fit ? undefined : zoom }
}

/** All of it. */
export const fitted = (view: View): View => ({ ...view, zoom: undefined })

/** One pixel for one pixel. */
export const whole = (view: View): View => ({ ...view, zoom: 1 })

/** A quarter further to the right. */
export const turned = (view: View): View => ({ ...view, turn: ((view.turn + 90) % 360) as Turn })

/** Where to scroll to, so that what stood at `at` of the window of the picture stands there after its scale went from `before` to `after`. */
export const scrolled = (scroll: number, at: number, before: number, after: number): number =>
  Math.max(0, ((scroll + at) * after) / before - at)
