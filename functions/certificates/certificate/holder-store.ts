import type { Table } from '../../../shared/table/table.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import { epochIn } from '../../gate/epoch-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Certificate } from './certificate.ts'
import type { Holder } from './standing.ts'

/** What says how often whoever administers the app was cleared, and when last. */
export const holderKeys = ({ accountId }: Pick<Certificate, 'accountId'>): Key[] => [
  gateKeys.epoch(accountId),
  gateKeys.cleared(accountId),
]

/** That, in items of those keys. */
export const holderIn = ([epoch, cleared]: readonly (Item | undefined)[]): Holder => ({
  epoch: epochIn(epoch),
  ...(cleared && { clearedAt: Number(cleared.at) }),
})

/** Whoever administers the app, as far as a certificate hangs on that. One call. */
export const readHolder = async (table: Pick<Table, 'getMany'>, of: Pick<Certificate, 'accountId'>): Promise<Holder> =>
  holderIn(await table.getMany(holderKeys(of)))
