import type { Meeting } from './meeting.ts'
import { meetingsOfBills } from './meetings-of-bills.ts'
import { meetingsOfEndings } from './meetings-of-endings.ts'
import { meetingsOfPayers } from './meetings-of-payers.ts'
import { meetingsOfPayments } from './meetings-of-payments.ts'
import { meetingsOfShopping } from './meetings-of-shopping.ts'
import { meetingsOfWork } from './meetings-of-work.ts'

/** Every two operations that can be after the same items. */
export const meetings: readonly Meeting[] = [
  ...meetingsOfPayments,
  ...meetingsOfPayers,
  ...meetingsOfEndings,
  ...meetingsOfShopping,
  ...meetingsOfWork,
  ...meetingsOfBills,
]
