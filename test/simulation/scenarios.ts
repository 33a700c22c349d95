import { scenariosOfBans } from './scenarios-of-bans.ts'
import { scenariosOfBills } from './scenarios-of-bills.ts'
import { scenariosOfChecks } from './scenarios-of-checks.ts'
import { scenariosOfClerks } from './scenarios-of-clerks.ts'
import { scenariosOfComplaints } from './scenarios-of-complaints.ts'
import { scenariosOfEndings } from './scenarios-of-endings.ts'
import { scenariosOfLooks } from './scenarios-of-looks.ts'
import { scenariosOfOtherTills } from './scenarios-of-other-tills.ts'
import { scenariosOfPayers } from './scenarios-of-payers.ts'
import { scenariosOfPayments } from './scenarios-of-payments.ts'
import { scenariosOfProposals } from './scenarios-of-proposals.ts'
import { scenariosOfRefunds } from './scenarios-of-refunds.ts'
import { scenariosOfShopping } from './scenarios-of-shopping.ts'
import { scenariosOfTable } from './scenarios-of-table.ts'
import { scenariosOfUpkeep } from './scenarios-of-upkeep.ts'
import { scenariosOfVendor } from './scenarios-of-vendor.ts'
import { scenariosOfVendors } from './scenarios-of-vendors.ts'
import { scenariosOfVersions } from './scenarios-of-versions.ts'
import { scenariosOfWaiting } from './scenarios-of-waiting.ts'
import type { Scenario } from './script.ts'

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
