import { holding } from '../../functions/material/picture/open-vips.ts'
import { drawnCard, type Side } from './card.ts'
import type { Cardholder } from './cardholders.ts'
import { drawing } from './drawing.ts'

/** A side of a specimen as a JPEG of the quality that cameras write. */
export const specimenOf = async (of: Cardholder, side: Side): Promise<Uint8Array<ArrayBuffer>> => {
  const vips = await drawing()
  return new Uint8Array(holding((hold) => hold(drawnCard(vips, of, side)).jpegsaveBuffer({ Q: 90 })))
}
