import type { PageAsked } from '../../../shared/http/paging.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { certificationKeys } from '../../certification/keys.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateOf } from '../certificate/certificate-store.ts'
import { holderIn, holderKeys } from '../certificate/holder-store.ts'
import { certificateStanding, type Holder } from '../certificate/standing.ts'
import { certificateKeys, certificateLists } from '../keys.ts'
import { movedIn } from '../moving/moved-store.ts'
import { showCertificateRow } from './desk-view.ts'

type Deps = { table: Pick<Table, 'get' | 'getMany' | 'list'>; clock: Clock }

/** Those of an account, or of an app; and without either those that people moved, the last first. */
export type CertificatesAsked = PageAsked & { account?: string; app?: string }

/** Of every kind of item that stands in one of these lists. */
const BOUNDS = { pk: certificateKeys.certificate('').pk }

/** As many keys as one call takes. */
const MOST_KEYS = 100

const present = (items: readonly (Item | undefined)[]): Item[] => items.filter((item) => item !== undefined)

const readByApp = async ({ table }: Deps, appId: string): Promise<Item[]> => {
  const item = isId(appId) ? await table.get(certificationKeys.app(appId)) : undefined
  const id = item && appOf(item).certificate
  return id === undefined ? [] : present(await table.getMany([certificateKeys.certificate(id)]))
}

const readPage = async (deps: Deps, { account, app, limit }: CertificatesAsked, after: string | undefined) => {
  if (app !== undefined) return { items: await readByApp(deps, app) }
  const list = account === undefined ? certificateLists.moved : certificateLists.ofAccount(account)
  const page = await deps.table.list({ list, limit, after, newestFirst: true })
  if (account !== undefined) return page
  const keys = page.items.map((item) => certificateKeys.certificate(movedIn(item)))
  return { ...page, items: keys.length > 0 ? present(await deps.table.getMany(keys)) : [] }
}

/** Of each account how often it was cleared, and when last. */
const readHolders = async ({ table }: Deps, accounts: readonly string[]): Promise<Map<string, Holder>> => {
  const keys = accounts.flatMap((accountId) => holderKeys({ accountId }))
  const found: (Item | undefined)[] = []
  for (let at = 0; at < keys.length; at += MOST_KEYS)
    found.push(...(await table.getMany(keys.slice(at, at + MOST_KEYS))))
  return new Map(accounts.map((account, at) => [account, holderIn(found.slice(2 * at, 2 * at + 2))]))
}

const standingAt = (holders: ReadonlyMap<string, Holder>, now: Millis) => (of: Certificate) =>
  certificateStanding(of, holders.get(of.accountId) ?? { epoch: of.epoch }, now)

/**
 * Certificates as they stand, for operators: of an account, newest first; of an app the one that it has; and without either those that people suspended,
 * revoked or reinstated, the last first. Refuses with `invalid_cursor`. Three calls at most, one more for every fifty accounts.
 */
export const listCertificates = async (
  deps: Deps,
  asked: CertificatesAsked,
): Promise<
  Outcome<{
    certificates: ReturnType<typeof showCertificateRow>[]
    unreadable: string[]
    nextCursor: string | null
  }>
> => {
  const after = startOf(asked.cursor, (cursor) => afterCursor(cursor, BOUNDS))
  if (!after.ok) return after
  const page: { items: Item[]; next?: string } = await readPage(deps, asked, after.value)
  const { read, unreadable } = readEach(page.items, certificateOf)
  const holders = await readHolders(deps, [...new Set(read.map(({ accountId }) => accountId))])
  const certificates = read.map(standingAt(holders, deps.clock.now())).map(showCertificateRow)
  return ok({ certificates, unreadable, nextCursor: nextCursor(page.next) })
}
