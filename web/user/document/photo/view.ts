import type { Box } from './measure.ts'

type Size = { width: number; height: number }

/** mm, of every identity card and bank card (ISO/IEC 7810 ID-1). */
const CARD: Size = { width: 85.6, height: 54 }

/** Around the frame, in parts of the card's width: a card that is not held quite still stays whole in its photo. */
const AROUND = 0.07

/** Width to height of what is shown and photographed. */
export const VIEW_RATIO = (CARD.width * (1 + 2 * AROUND)) / (CARD.height + 2 * AROUND * CARD.width)

/** What of a camera's picture is shown and photographed: the largest part in its middle that has the shape of the view. px. */
export const viewIn = ({ width, height }: Size): Box => {
  const [wide, high] = [Math.min(width, height * VIEW_RATIO), Math.min(height, width / VIEW_RATIO)]
  return { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high }
}

/** px: a photo whose shorter side has fewer is too small for the service (docs/settings.md). */
const LEAST_SIDE = 480

/** What is photographed: the view, or all of the picture of a camera of which the view would be too small. px. */
export const shotIn = (size: Size): Box => {
  const view = viewIn(size)
  return Math.min(view.width, view.height) < LEAST_SIDE ? { x: 0, y: 0, ...size } : view
}

/** Where the card should be within a view of that size. px, whole. */
export const frameIn = ({ width, height }: Size): Box => {
  const card = width / (1 + 2 * AROUND)
  const high = (card * CARD.height) / CARD.width
  return {
    x: Math.round((width - card) / 2),
    y: Math.round((height - high) / 2),
    width: Math.round(card),
    height: Math.round(high),
  }
}
