import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { certificationKeys } from '../../certification/keys.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { findStanding } from '../certificate/find-standing.ts'

/**
 * The newest certificate of an app that the account administers, as it stands. Refuses with `not_found`, and with `certificate_none` where the app never got
 * one, or has one of whoever administered it before. Three calls at most.
 */
export const findOwnCertificate = async (
  { table, clock }: { table: Pick<Table, 'get' | 'getMany'>; clock: Clock },
  accountId: string,
  appId: string,
): Promise<Outcome<Certificate>> => {
  const item = isId(appId) ? await table.get(certificationKeys.app(appId)) : undefined
  const app = item && appOf(item)
  if (app?.administrator !== accountId) return refused('not_found')
  const found = app.certificate === undefined ? undefined : await findStanding({ table }, app.certificate, clock.now())
  return found?.accountId === accountId ? ok(found) : refused('certificate_none')
}
