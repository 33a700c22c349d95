import { holding } from '../../../functions/material/picture/open-vips.ts'
import { drawnCard, type Side } from '../../../local/specimens/card.ts'
import type { Cardholder } from '../../../local/specimens/cardholders.ts'
import { drawing } from '../../../local/specimens/drawing.ts'
import { type Condition, conditions } from './conditions.ts'

/** A photo of a specimen, as a JPEG of the quality that cameras write. `seed`: of what differs from photo to photo. */
export const photoOf = async (
  of: Cardholder,
  side: Side,
  condition: Condition = 'clean',
  seed = 1,
): Promise<Uint8Array> => {
  const vips = await drawing()
  return holding((hold) =>
    conditions[condition](hold, hold(drawnCard(vips, of, side)), vips, seed).jpegsaveBuffer({ Q: 90 }),
  )
}
