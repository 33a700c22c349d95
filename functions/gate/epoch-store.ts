import { absent, equals, type Guard, guard, type Item, type Update, update } from '../../shared/table/write.ts'
import { gateKeys } from './keys.ts'

/** How often the identity of an account was cleared, in its item: what hangs on the identity of before counts no more. */
export const epochIn = (item: Item | undefined): number => Number(item?.epoch ?? 0)

/** Whatever hangs on the identity of the account until now counts no more. Belongs in the commit that clears it. */
export const epochRaised = (accountId: string): Update => update(gateKeys.epoch(accountId), { add: { epoch: 1 } })

/** The identity was not cleared since the epoch was read. */
export const epochStands = (accountId: string, epoch: number): Guard =>
  guard(gateKeys.epoch(accountId), epoch === 0 ? absent('epoch') : equals('epoch', epoch), 'epoch_raised')
