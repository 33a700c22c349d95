import type { ClearingEffect } from '../../gate/clearing-effect.ts'
import { cardsUnbound } from './card-store.ts'
import { readCards } from './read-cards.ts'

/** X2 X4 the cards of who the account was are bound no more: they stay known as formerly bound, and their places are free. One call. */
export const cardsClearing: ClearingEffect = {
  async plan(table, accountId, now) {
    const cards = await readCards({ table }, accountId)
    return cardsUnbound(
      accountId,
      cards.filter(({ status }) => status === 'bound'),
      now,
    )
  },
}
