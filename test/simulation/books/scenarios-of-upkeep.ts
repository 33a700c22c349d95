import { verdict } from '../vendor/vendor.ts'
import { answering, paidFor, type Scenario, verification } from '../world/script.ts'
import { spoilsNewestDay } from './unreadable.ts'

/** The newest day of bookkeeping cannot be read: whatever else is owed is done, and the next days are opened. */
export const scenariosOfUpkeep: readonly Scenario[] = [
  {
    name: 'a day of bookkeeping cannot be read',
    accounts: 1,
    isAlipay: true,
    ends: { status: 'no_record', backFen: 100 },
    async play(world) {
      await spoilsNewestDay(world, 'wechat_pay')
      answering(world, verdict('no_record'))
      await paidFor(world, verification(world, 'fee'))
    },
  },
]
