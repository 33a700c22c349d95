import type { Measured } from './measure.ts'

/** What to do before the shutter is pressed; a hint, which forbids nothing. */
export type Hint = 'too_dark' | 'glare' | 'closer' | 'blurred' | 'good'

/** As the service judges where nothing else is set (docs/settings.md); what it judges itself counts. */
const [DARKEST, BRIGHTEST, LEAST_SHARPNESS] = [60, 235, 6]

/** Of the width of the frame: text of a card that fills it reaches farther. */
const FILLED = 0.6

/** What matters first of what was measured: light, then where the card is, then whether it is sharp. */
export const hintOf = ({ brightness, isGlaring, filled, sharpness }: Measured): Hint => {
  if (brightness < DARKEST) return 'too_dark'
  if (brightness > BRIGHTEST || isGlaring) return 'glare'
  if (filled > 0 && filled < FILLED) return 'closer'
  return sharpness < LEAST_SHARPNESS ? 'blurred' : 'good'
}

/** What is said, and what was found last. */
export type Said = { shown: Hint | undefined; last: Hint | undefined }

/** Says another thing only when it was found twice running: what flickers helps nobody, and is read out each time. */
export const steadied = ({ shown, last }: Said, found: Hint): Said => ({
  shown: found === last ? found : shown,
  last: found,
})
