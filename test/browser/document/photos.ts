import { cardholders } from '../../../local/specimens/cardholders.ts'
import type { Side } from '../../../local/specimens/card.ts'
import type { Condition } from '../../documents/specimens/conditions.ts'
import { photoOf } from '../../documents/specimens/photos.ts'
import type { ChosenFile } from '../papers/chosen-file.ts'

/** Those whose cards are drawn. */
export const holders = cardholders(3)

/** A photo of a specimen as somebody chooses it. `of`: which of the holders. */
export const cardPhoto = async (side: Side, { of = 0, condition = 'clean' as Condition } = {}): Promise<ChosenFile> => {
  const holder = holders[of]
  if (!holder) throw new Error('nobody holds that card')
  return { name: `${side}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(await photoOf(holder, side, condition)) }
}
