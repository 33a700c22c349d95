import { scenariosOfBans } from './bans/scenarios-of-bans.ts'
import { scenariosOfBills } from './books/scenarios-of-bills.ts'
import { scenariosOfOtherTills } from './books/scenarios-of-other-tills.ts'
import { scenariosOfUpkeep } from './books/scenarios-of-upkeep.ts'
import { scenariosOfClerks } from './clerks/scenarios-of-clerks.ts'
import { scenariosOfProposals } from './clerks/scenarios-of-proposals.ts'
import { scenariosOfComplaints } from './complaints/scenarios-of-complaints.ts'
import { scenariosOfEndings } from './orders/scenarios-of-endings.ts'
import { scenariosOfPayers } from './orders/scenarios-of-payers.ts'
import { scenariosOfPayments } from './orders/scenarios-of-payments.ts'
import { scenariosOfShopping } from './orders/scenarios-of-shopping.ts'
import { scenariosOfVersions } from './persons/scenarios-of-versions.ts'
import { scenariosOfRefunds } from './refunds/scenarios-of-refunds.ts'
import { scenariosOfWaiting } from './refunds/scenarios-of-waiting.ts'
import { scenariosOfChecks } from './vendor/scenarios-of-checks.ts'
import { scenariosOfLooks } from './vendor/scenarios-of-looks.ts'
import { scenariosOfVendor } from './vendor/scenarios-of-vendor.ts'
import { scenariosOfVendors } from './vendor/scenarios-of-vendors.ts'
import { scenariosOfTable } from './world/scenarios-of-table.ts'
import type { Scenario } from './world/script.ts'

/** Every journey money can take, each without trouble; trouble is added from outside. */
export const scenarios: readonly Scenario[] = [
  ...scenariosOfChecks,
  ...scenariosOfPayments,
  ...scenariosOfPayers,
  ...scenariosOfEndings,
  ...scenariosOfShopping,
  ...scenariosOfRefunds,
  ...scenariosOfWaiting,
  ...scenariosOfBills,
  ...scenariosOfOtherTills,
  ...scenariosOfTable,
  ...scenariosOfUpkeep,
  ...scenariosOfVendor,
  ...scenariosOfVendors,
  ...scenariosOfVersions,
  ...scenariosOfBans,
  ...scenariosOfLooks,
  ...scenariosOfProposals,
  ...scenariosOfClerks,
  ...scenariosOfComplaints,
]
