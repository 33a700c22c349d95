import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import { epochIn } from '../../gate/epoch-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { certificateKeys } from '../keys.ts'
import type { Certificate } from './certificate.ts'
import { certificateOf } from './certificate-store.ts'
import { certificateStanding, type Holder } from './standing.ts'

type Reads = { table: Pick<Table, 'getMany'> }

/** What is read of an account to know what it is to a certificate: how often it was cleared, and when last. */
export const holderKeys = (accountId: string): [Key, Key] => [gateKeys.epoch(accountId), gateKeys.cleared(accountId)]

/** The account in those two items. */
export const holderIn = (epoch: Item | undefined, cleared: Item | undefined): Holder => ({
  epoch: epochIn(epoch),
  ...(cleared && { clearedAt: Number(cleared.at) }),
})

/** A certificate that was read, as it stands now. One call. */
export const readStanding = async ({ table }: Reads, of: Certificate, now: Millis): Promise<Certificate> => {
  const [epoch, cleared] = await table.getMany(holderKeys(of.accountId))
  return certificateStanding(of, holderIn(epoch, cleared), now)
}

/** The certificate of that id as it stands now; undefined where there is none. Two calls, and one where there is none. */
export const findStanding = async (reads: Reads, id: string, now: Millis): Promise<Certificate | undefined> => {
  const [item] = await reads.table.getMany([certificateKeys.certificate(id)])
  return item && readStanding(reads, certificateOf(item), now)
}
