import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { domainOf } from '../../certification/domains/domain-store.ts'
import { certificationKeys, certificationLists } from '../../certification/keys.ts'
import { allowedAddress } from '../../outgoing/address.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateKept, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { readHolder } from '../certificate/holder-store.ts'
import { certificateStanding } from '../certificate/standing.ts'
import { certificateKeys } from '../keys.ts'
import { isOwnPage } from './page-address.ts'

export type KeepPageDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query' | 'commit'>
  clock: Clock
  settings: Pick<OutgoingSettings, 'deliveries'>
}

/** The certificate of an app of the account, as it is kept and as it stands. */
const findCertificate = async (
  { table }: KeepPageDeps,
  accountId: string,
  appId: string,
  now: Millis,
): Promise<Outcome<{ kept: Certificate; standing: Certificate }>> => {
  const of = isId(appId) ? await table.get(certificationKeys.app(appId)) : undefined
  const app = of && appOf(of)
  if (app?.administrator !== accountId) return refused('not_found')
  if (app.certificate === undefined) return refused('certificate_none')
  const item = await table.get(certificateKeys.certificate(app.certificate))
  const kept = item && certificateOf(item)
  // Of whoever administered the app before.
  if (kept?.accountId !== accountId) return refused('certificate_none')
  return ok({ kept, standing: certificateStanding(kept, await readHolder(table, kept), now) })
}

/** The page as it is asked for; refuses what nothing is asked at, and what is not theirs. */
const ownPage = async (
  { table, settings: { deliveries } }: KeepPageDeps,
  of: Certificate,
  typed: string,
  now: Millis,
): Promise<Outcome<string>> => {
  const address = allowedAddress(typed, deliveries)
  if (address === undefined) return refusedField('/url', 'invalid_certificate_page')
  const domains = (await queryAll(table, certificationLists.domains(of.accountId))).map(domainOf)
  return isOwnPage(address, of, domains, deliveries, now)
    ? ok(address)
    : refusedField('/url', 'certificate_page_not_own')
}

/** What was found on one page says nothing of another; but no certificate is looked for more often, or missed less, by changing it. */
const withPage = ({ page, looks, ...of }: Certificate, url: string | undefined, now: Millis): Certificate => ({
  ...of,
  ...(url !== undefined && { page: { url, since: now } }),
  ...(looks && { looks: { at: looks.at, misses: looks.misses } }),
})

/**
 * W7 the administrator of an app says on which page the link of its certificate is to be, or that nothing is to be looked at any more (null): from the next
 * minutes on it is looked at once a day. The same page again changes nothing. Refuses with `not_found`, `certificate_none`, `certificate_revoked`, `banned`,
 * `invalid_certificate_page`, `certificate_page_not_own` and `contended`. Six table calls.
 */
export const keepPage = async (
  deps: KeepPageDeps,
  accountId: string,
  { id, url }: { id: string; url: string | null },
): Promise<Outcome<Certificate>> => {
  const allowed = await refuseBan(deps, accountId)
  if (!allowed.ok) return allowed
  const now = deps.clock.now()
  const found = await findCertificate(deps, accountId, id, now)
  if (!found.ok) return found
  const { kept, standing } = found.value
  if (standing.status === 'revoked') return refused('certificate_revoked')
  const own = url === null ? ok(undefined) : await ownPage(deps, kept, url, now)
  if (!own.ok) return own
  if (own.value === kept.page?.url) return ok(standing)
  const after = withPage(kept, own.value, now)
  const committed = await deps.table.commit([notBanned(accountId), certificateKept(kept, after, dueAtOf(after))])
  if (committed.kind === 'committed') return ok(withPage(standing, own.value, now))
  return refused(isBecause(committed.conflicts, 'banned') ? 'banned' : 'contended')
}
