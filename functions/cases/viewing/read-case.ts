import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Item } from '../../../shared/table/write.ts'
import { profileOf } from '../../account/account-store.ts'
import type { Appeal } from '../../account/bans/appeal.ts'
import { appealOf } from '../../account/bans/appeal-store.ts'
import type { BanRecord } from '../../account/bans/ban.ts'
import { banRecordOf } from '../../account/bans/ban-store.ts'
import { type PastBan, pastBansIn } from '../../account/bans/past-bans.ts'
import { accountKeys, accountLists } from '../../account/keys.ts'
import { isLive } from '../../account/sessions/session-store.ts'
import { auditOf } from '../../audit/audit-store.ts'
import { deedSubjects } from '../../audit/deed.ts'
import { auditLists } from '../../audit/keys.ts'
import { consentOf, type GivenConsent } from '../../consent/consent-store.ts'
import { consentLists } from '../../consent/keys.ts'
import type { Account } from '../../overview/account-page.ts'
import { type ReadDeps, readAccount } from '../../overview/read-account.ts'
import { paymentKeys } from '../../payment/keys.ts'
import { openOrdersOf } from '../../payment/orders/listed-orders-store.ts'
import { isPayable, type Order } from '../../payment/orders/order.ts'
import { orderOf } from '../../payment/orders/order-store.ts'
import { verificationLists } from '../../verification/keys.ts'
import type { Verification } from '../../verification/verification.ts'
import { verificationOf } from '../../verification/verification-store.ts'

/** The newest of a list that a case shows; all of them are in its time line. */
const NEWEST = 10

/** Everything about an account that whoever has to decide something of it needs at a glance. */
export type Case = {
  account: Account
  createdAt: Millis
  record: BanRecord
  /** Those that are over, the newest first. */
  pastBans: PastBan[]
  appeal?: Appeal
  openOrders: Order[]
  /** How many are signed in by now. */
  sessions: number
  consents: GivenConsent[]
  verifications: Verification[]
}

const newest = async ({ table }: ReadDeps, list: { pk: string; prefix: string }): Promise<Item[]> =>
  (await table.query({ ...list, limit: NEWEST, newestFirst: true })).items

const readOpenOrders = async (
  { table, clock }: ReadDeps,
  verifications: readonly Verification[],
  item: Item | undefined,
): Promise<Order[]> => {
  const waiting = verifications.flatMap(({ status, orderId }) => (status === 'awaiting_payment' ? [orderId] : []))
  const ids = [...new Set([...waiting, ...openOrdersOf(item).orders.map(({ id }) => id)])]
  const items = ids.length > 0 ? await table.getMany(ids.map(paymentKeys.order)) : []
  return items.flatMap((one) => (one ? [orderOf(one)] : [])).filter((order) => isPayable(order, clock.now()))
}

/** Only the audit knows of bans that are over; how many were lifted, the account. */
const readPastBans = async ({ table }: ReadDeps, accountId: string, { unbans }: BanRecord): Promise<PastBan[]> => {
  if (unbans === 0) return []
  const items = await queryAll(table, auditLists.records(deedSubjects.account(accountId)))
  return pastBansIn(readEach(items, auditOf).read)
}

/**
 * An account as operators see it, masked. Refuses with `not_found`. Some six calls, one for each of its newest orders of which money goes
 * back, and one for each hundred sessions; where a
 * ban was lifted, one for each hundred deeds about it.
 */
export const readCase = async (deps: ReadDeps, accountId: string): Promise<Outcome<Case>> => {
  if (!isId(accountId)) return refused('not_found')
  const { table, clock } = deps
  const [account, [profileItem, appeal, open], sessions, consents, found] = await Promise.all([
    readAccount(deps, { accountId }),
    table.getMany([accountKeys.profile(accountId), accountKeys.appeal(accountId), paymentKeys.openOrders(accountId)]),
    queryAll(table, accountLists.sessions(accountId)),
    newest(deps, consentLists.consents(accountId)),
    newest(deps, verificationLists.verifications(accountId)),
  ])
  const profile = profileOf(accountId, profileItem)
  if (!account.ok) return account
  if (!profile) return refused('not_found')
  const verifications = found.map(verificationOf)
  const record = banRecordOf(profileItem)
  return ok({
    account: account.value,
    createdAt: profile.createdAt,
    record,
    pastBans: await readPastBans(deps, accountId, record),
    ...(appeal && { appeal: appealOf(appeal) }),
    openOrders: await readOpenOrders(deps, verifications, open),
    sessions: sessions.filter((item) => isLive(item, clock.now())).length,
    consents: consents.map(consentOf),
    verifications,
  })
}
