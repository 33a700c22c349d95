import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { applicantOf } from '../applicants/applicant-store.ts'
import { applicationLists } from '../keys.ts'
import type { CertificationSettings } from '../settings.ts'
import { mostApps } from './app.ts'

/** How many apps an account may administer, by whom it applies for. One call. */
export const findMostApps = async (
  { table, settings }: { table: Pick<Table, 'query'>; settings: Pick<CertificationSettings, 'apps'> },
  accountId: string,
): Promise<number> => {
  const items = await queryAll(table, applicationLists.applicants(accountId))
  return mostApps(items.map(applicantOf), settings.apps)
}
