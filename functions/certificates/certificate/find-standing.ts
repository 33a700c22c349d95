import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { certificateKeys } from '../keys.ts'
import type { Certificate } from './certificate.ts'
import { certificateOf } from './certificate-store.ts'
import { readHolder } from './holder-store.ts'
import { certificateStanding } from './standing.ts'

type Reads = { table: Pick<Table, 'getMany'> }

/** A certificate that was read, as it stands now. One call. */
export const readStanding = async ({ table }: Reads, of: Certificate, now: Millis): Promise<Certificate> =>
  certificateStanding(of, await readHolder(table, of), now)

/** The certificate of that id as it stands now; undefined where there is none. Two calls, and one where there is none. */
export const findStanding = async (reads: Reads, id: string, now: Millis): Promise<Certificate | undefined> => {
  const [item] = await reads.table.getMany([certificateKeys.certificate(id)])
  return item && readStanding(reads, certificateOf(item), now)
}
