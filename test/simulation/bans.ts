import { banRecordOf, maliciousCounted } from '../../functions/account/bans/ban-store.ts'
import { unban } from '../../functions/account/bans/decide-ban.ts'
import { accountKeys } from '../../functions/account/keys.ts'
import { start, WORKER } from './operations.ts'
import type { Account } from './people.ts'
import type { Process } from './process.ts'
import type { World } from './world.ts'

const OPERATOR = { operatorId: 'operator' }

/** An operator finds the complaint malicious that is one too many: the account is banned. */
export const bans = (world: World, { id }: Account): Process =>
  start(world, 'ban', WORKER, async ({ table, ids, clock }) => {
    const profile = await table.get(accountKeys.profile(id))
    if (profile) await table.commit([maliciousCounted(id, banRecordOf(profile), ids.id(), 1, clock.now()).write])
  })

/** An operator lifts the ban, asked for or not. */
export const unbans = (world: World, { id }: Account): Process =>
  start(world, 'unban', WORKER, (deps) => unban(deps, OPERATOR, { accountId: id, reason: 'it was a mistake' }))
