import type { Meeting } from './meeting.ts'
import { meetingsOfBans } from './meetings-of-bans.ts'
import { meetingsOfBills } from './meetings-of-bills.ts'
import { meetingsOfComplaints } from './meetings-of-complaints.ts'
import { meetingsOfEndings } from './meetings-of-endings.ts'
import { meetingsOfPayers } from './meetings-of-payers.ts'
import { meetingsOfPayments } from './meetings-of-payments.ts'
import { meetingsOfProposals } from './meetings-of-proposals.ts'
import { meetingsOfShopping } from './meetings-of-shopping.ts'
import { meetingsOfVendor } from './meetings-of-vendor.ts'
import { meetingsOfVersions } from './meetings-of-versions.ts'
import { meetingsOfWork } from './meetings-of-work.ts'

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
