import type { Engine } from '../../local/engine.ts'
import { leaks } from '../flows/canaries.ts'
import { accountFaults } from './audit-accounts.ts'
import { type AtChannel, bookFaults } from './audit-books.ts'
import { eventFaults } from './audit-events.ts'
import { orderFaults } from './audit-orders.ts'
import type { Stage } from './stage.ts'

/** Everything that is not as it must be, seen from outside: by users, by operators, at the channels, in what is left behind. */
export const faultsOf = async (stage: Stage, engine: Engine): Promise<string[]> => {
  const faults: string[] = []
  const money: AtChannel = { paidFen: 0, refundedFen: 0, byHandFen: 0, endless: new Set() }
  for (const purchase of stage.purchases) faults.push(...(await orderFaults(stage, purchase, money)))
  for (const customer of stage.customers) faults.push(...(await accountFaults(stage, customer)))
  faults.push(...(await eventFaults(stage)))
  const atLast = [...(await bookFaults(stage, engine.now(), money)), ...(await leaks(engine))]
  return [...faults, ...atLast, ...engine.refusals()]
}
