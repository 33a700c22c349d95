import { bookkeepingLists } from '../../../functions/bookkeeping/keys.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { exists, type Item, update } from '../../../shared/table/write.ts'
import type { World } from '../world/world.ts'

/** A day of bookkeeping that no reader understands any more. */
export const isUnreadable = ({ sk, openedAt }: Item): boolean => sk === 'RECONCILIATION' && openedAt === undefined

/** The newest day of a channel loses what every reader of it asks for, as a bad deployment or a hand in the table would do it. */
export const spoilsNewestDay = async ({ table }: World, channel: PaymentChannel): Promise<void> => {
  const list = bookkeepingLists.reconciliations(channel)
  const [newest] = (await table.list({ list, limit: 1, newestFirst: true })).items
  if (!newest) throw new Error('no day was opened yet')
  await table.update(update({ pk: newest.pk, sk: newest.sk }, { remove: ['openedAt'] }, exists('pk')))
}
