import { meetingsOfBans } from './bans/meetings-of-bans.ts'
import { meetingsOfBills } from './books/meetings-of-bills.ts'
import { meetingsOfProposals } from './clerks/meetings-of-proposals.ts'
import { meetingsOfComplaints } from './complaints/meetings-of-complaints.ts'
import { meetingsOfEndings } from './orders/meetings-of-endings.ts'
import { meetingsOfPayers } from './orders/meetings-of-payers.ts'
import { meetingsOfPayments } from './orders/meetings-of-payments.ts'
import { meetingsOfShopping } from './orders/meetings-of-shopping.ts'
import { meetingsOfWork } from './orders/meetings-of-work.ts'
import { meetingsOfVersions } from './persons/meetings-of-versions.ts'
import { meetingsOfVendor } from './vendor/meetings-of-vendor.ts'
import type { Meeting } from './world/meeting.ts'

/** Every two operations that can be after the same items. */
export const meetings: readonly Meeting[] = [
  ...meetingsOfPayments,
  ...meetingsOfWork,
  ...meetingsOfBills,
  ...meetingsOfVendor,
  ...meetingsOfVersions,
  ...meetingsOfBans,
  ...meetingsOfPayers,
  ...meetingsOfEndings,
  ...meetingsOfShopping,
  ...meetingsOfProposals,
  ...meetingsOfComplaints,
]
