import type { Table } from '../../shared/table/table.ts'
import type { Notice } from './consent.ts'
import { noticeKept } from './notice-store.ts'

/**
 * Answers the notice, which is kept by then, so that nobody agrees to what cannot be read later. One database call the first time in an
 * instance, none after it; a call that failed is made again.
 */
export const noticeKeeper = ({ table }: { table: Pick<Table, 'commit'> }, notice: Notice): (() => Promise<Notice>) => {
  let isKept = false
  return async () => {
    if (!isKept) await table.commit([noticeKept(notice)])
    isKept = true
    return notice
  }
}
