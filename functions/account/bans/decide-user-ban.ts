import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { doers } from '../../audit/deed.ts'
import { accountOpened, leadsTo, ownerIn } from '../account-store.ts'
import type { Platform } from '../api-keys/platform-guards.ts'
import { accountKeys } from '../keys.ts'
import type { Ban } from './ban.ts'
import { ban, type DecideDeps, unban } from './decide-ban.ts'

/** The platform's decision about one of its users. */
export type UserDecision = { externalId: string; reason: string }

/** How its user stands afterwards; without an `accountId` they have never been here. */
export type UserStanding = { externalId: string; accountId?: string; bans: readonly Ban[] }

/** The account of a user; opened for one who has never been here, as signing in would, so that the ban is there before they are. */
const accountFor = async ({ table, clock, ids }: DecideDeps, externalId: string): Promise<string> => {
  const key = accountKeys.external(externalId)
  const known = ownerIn(await table.get(key))
  if (known !== undefined) return known
  const id = ids.id()
  const opened = await table.commit([leadsTo(key, id), accountOpened({ id, externalId, createdAt: clock.now() })])
  if (opened.kind === 'committed') return id
  // They came at this very moment.
  const [rival] = opened.conflicts.flatMap(({ item }) => ownerIn(item) ?? [])
  if (rival === undefined) throw new Error('a new account id was taken')
  return rival
}

const ofUser = (externalId: string, decided: Awaited<ReturnType<typeof ban>>): Outcome<UserStanding> =>
  decided.ok ? ok({ externalId, accountId: decided.value.accountId, bans: decided.value.bans }) : decided

/** The platform bans one of its users, whether they have been here or not. A second click changes nothing. */
export const banUser = async (
  deps: DecideDeps,
  platform: Platform,
  { externalId, reason }: UserDecision,
): Promise<Outcome<UserStanding>> => {
  const accountId = await accountFor(deps, externalId)
  return ofUser(externalId, await ban(deps, doers.platform(platform), { accountId, reason }))
}

/**
 * The platform lifts its own ban of a user. A second click does nothing, nor does a user who has never been here; a ban for complaints
 * alone is refused as `ban_for_complaints`.
 */
export const unbanUser = async (
  deps: DecideDeps,
  platform: Platform,
  { externalId, reason }: UserDecision,
): Promise<Outcome<UserStanding>> => {
  const accountId = ownerIn(await deps.table.get(accountKeys.external(externalId)))
  if (accountId === undefined) return ok({ externalId, bans: [] })
  return ofUser(externalId, await unban(deps, doers.platform(platform), { accountId, reason }))
}
