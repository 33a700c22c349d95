import { banAnnounced } from '../../../functions/account/announced-store.ts'
import { banRecordOf, maliciousCounted } from '../../../functions/account/bans/ban-store.ts'
import { unban } from '../../../functions/account/bans/decide-ban.ts'
import { banUser, unbanUser } from '../../../functions/account/bans/decide-user-ban.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { commitDeed } from '../../../functions/audit/commit-deed.ts'
import { deedSubjects, doers } from '../../../functions/audit/deed.ts'
import type { Account } from '../persons/people.ts'
import { start, WORKER } from '../world/operations.ts'
import type { Process } from '../world/process.ts'
import type { World } from '../world/world.ts'

const OPERATOR = doers.operator({ operatorId: 'operator' })
const PLATFORM = { platformKeyId: 'backend' }

/** An operator finds the complaint malicious that is one too many: the account is banned. */
export const bans = (world: World, { id }: Account): Process =>
  start(world, 'ban', WORKER, async ({ table, ids, clock }) => {
    const profile = await table.get(accountKeys.profile(id))
    if (!profile) return
    const at = clock.now()
    const { write, bans } = maliciousCounted(id, banRecordOf(profile), ids.id(), 1, at)
    const deed = { id: ids.id(), at, by: OPERATOR, reason: 'it was one too many' }
    const complaint = {
      ...deed,
      subject: deedSubjects.complaint('wechat_pay', deed.id),
      action: 'complaint_malicious',
    } as const
    const account = { ...deed, id: ids.id(), subject: deedSubjects.account(id), action: 'account_ban' } as const
    const told = bans ? [banAnnounced(id, 'complaints', at)] : []
    await commitDeed({ table }, bans ? [complaint, account] : [complaint], [write, ...told])
  })

/** An operator lifts whatever bans there are, asked for or not. */
export const unbans = (world: World, { id }: Account): Process =>
  start(world, 'unban', WORKER, (deps) => unban(deps, OPERATOR, { accountId: id, reason: 'it was a mistake' }))

/** The platform bans its user, whatever complaints have done. */
export const platformBans = (world: World, { externalId }: Account): Process =>
  start(world, 'platform ban', WORKER, (deps) => banUser(deps, PLATFORM, { externalId, reason: 'spam' }))

/** The platform lifts its own ban. */
export const platformUnbans = (world: World, { externalId }: Account): Process =>
  start(world, 'platform unban', WORKER, (deps) => unbanUser(deps, PLATFORM, { externalId, reason: 'no spam' }))
