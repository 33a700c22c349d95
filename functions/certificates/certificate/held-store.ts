import type { Table } from '../../../shared/table/table.ts'
import { type Delete, type Put, put, remove } from '../../../shared/table/write.ts'
import { certificateKeys, certificateLists } from '../keys.ts'
import type { Certificate } from './certificate.ts'

type Held = Pick<Certificate, 'id' | 'accountId'>

/** The account administers the app of that certificate. Written with it. */
export const certificateHeld = ({ id, accountId }: Held): Put =>
  put(certificateKeys.held(accountId, id), { certificate: id })

/** It does no more. */
export const certificateLet = ({ id, accountId }: Held): Delete => remove(certificateKeys.held(accountId, id))

/** Above what an account may have of apps. */
const MOST = 100

/** The ids of the certificates of the apps that an account administers, also of those that are over. One call. */
export const findHeldIds = async (table: Pick<Table, 'query'>, accountId: string): Promise<string[]> => {
  const page = await table.query({ ...certificateLists.held(accountId), limit: MOST })
  return page.items.map(({ certificate }) => String(certificate))
}
