import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { newChannel } from '../channel/channel.ts'
import { employed } from '../clerks/staff.ts'
import { newComplaintMemory } from '../complaints/complaint-memory.ts'
import { watch } from '../invariants.ts'
import { countingIds, newAccount } from '../persons/people.ts'
import { FIRST, newVendors, OTHER } from '../vendor/vendor.ts'
import { simulatedDatabase } from './database.ts'
import type { Mutant } from './mutant.ts'
import { type Change, recorded } from './record.ts'
import { served } from './sweeper.ts'
import { count, type World } from './world.ts'

/** Nothing is behind the gate here: it has tests of its own, and recharging needs to be reachable. */
const OVERRIDES = {
  enforceFrom: '2099-01-01T00:00:00+08:00',
  checks: { perDay: 8, ever: 40 },
  refunds: { patienceMs: 6 * HOUR },
  orders: { mostOpen: 2 },
  recheck: { afterMs: 0 },
  operators: { standingMs: HOUR },
  vendorCost: { [FIRST]: 3000, [OTHER]: 2000 },
}
const settings = settingsOf('sandbox', JSON.stringify(OVERRIDES))

/** A world with signed-in accounts and bills of these channels, in which nothing has happened yet. */
export const newWorld = async (
  accounts: number,
  mutant: Mutant = {},
  channels: readonly PaymentChannel[] = settings.reconciliation.channels,
): Promise<World> => {
  const time = { now: NOON }
  const ids = countingIds()
  const violations: string[] = []
  const channel = newChannel(
    () => time.now,
    (what) => violations.push(what),
  )
  let tokens = 0
  const told: { by?: (changes: readonly Change[]) => void } = {}
  const { table, items } = recorded(memoryTable(), (changes) => told.by?.(changes))
  const world: World = {
    time,
    ids,
    settings: { ...settings, reconciliation: { channels: [...channels], shared: [] } },
    table,
    database: simulatedDatabase(
      () => world.table,
      () => count(world, 'commit repeated after it was done'),
    ),
    token: () => {
      tokens += 1
      return `op${tokens}`
    },
    items,
    messages: [],
    index: { versions: ['v1'], since: time.now },
    sweepers: [],
    channel,
    vendors: newVendors(),
    accounts: [],
    submitting: new WeakMap(),
    submitted: new Map(),
    asking: new WeakMap(),
    shown: new Map(),
    answered: new Map(),
    paidWhileBanned: new Set(),
    doing: new WeakMap(),
    recorded: new WeakSet(),
    complaints: newComplaintMemory(),
    sent: new Map(),
    heard: new WeakMap(),
    running: [],
    schedule: () => 'done',
    mutant,
    violations,
    counts: new Map(),
    rung: new Set(),
    trace: [],
  }
  for (let made = 0; made < accounts; made += 1) world.accounts.push(await newAccount(table, ids, time.now))
  await employed(table, time.now)
  world.sweepers.push(await served(world))
  told.by = watch(world)
  return world
}
