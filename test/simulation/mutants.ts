import { mutantsOfBans } from './bans/mutants-of-bans.ts'
import { mutantsOfAudit } from './books/mutants-of-audit.ts'
import { mutantsOfBills } from './books/mutants-of-bills.ts'
import { mutantsOfNumbers } from './books/mutants-of-numbers.ts'
import { mutantsOfOtherTills } from './books/mutants-of-other-tills.ts'
import { mutantsOfUpkeep } from './books/mutants-of-upkeep.ts'
import { mutantsOfClerks } from './clerks/mutants-of-clerks.ts'
import { mutantsOfHands } from './clerks/mutants-of-hands.ts'
import { mutantsOfProposals } from './clerks/mutants-of-proposals.ts'
import { mutantsOfComplaints } from './complaints/mutants-of-complaints.ts'
import { mutantsOfEvents } from './events/mutants-of-events.ts'
import { mutantsOfLevels } from './events/mutants-of-levels.ts'
import { mutantsOfEndings } from './orders/mutants-of-endings.ts'
import { mutantsOfOrders } from './orders/mutants-of-orders.ts'
import { mutantsOfPayers } from './orders/mutants-of-payers.ts'
import { mutantsOfPayments } from './orders/mutants-of-payments.ts'
import { mutantsOfShopping } from './orders/mutants-of-shopping.ts'
import { mutantsOfPersons } from './persons/mutants-of-persons.ts'
import { mutantsOfRefunds } from './refunds/mutants-of-refunds.ts'
import { mutantsOfTelling } from './refunds/mutants-of-telling.ts'
import { mutantsOfWaiting } from './refunds/mutants-of-waiting.ts'
import { mutantsOfChecks } from './vendor/mutants-of-checks.ts'
import { mutantsOfDisclosures } from './vendor/mutants-of-disclosures.ts'
import { mutantsOfLooks } from './vendor/mutants-of-looks.ts'
import { mutantsOfVendor } from './vendor/mutants-of-vendor.ts'
import type { Suspect } from './world/mutant.ts'
import { mutantsOfTable } from './world/mutants-of-table.ts'

/** Every mutant, under the rules it breaks. */
export const mutants: readonly (readonly [rules: string, suspects: readonly Suspect[]])[] = [
  ['P5 P6', mutantsOfChecks],
  ['M7', mutantsOfDisclosures],
  ['M7', mutantsOfAudit],
  ['P16', mutantsOfPayments],
  ['P4 P16', mutantsOfOrders],
  ['P4 P16', mutantsOfPayers],
  ['P4 P16', mutantsOfEndings],
  ['M4', mutantsOfShopping],
  ['P7 X5', mutantsOfPersons],
  ['P7', [...mutantsOfRefunds, ...mutantsOfWaiting]],
  ['P12 P16', mutantsOfBills],
  ['P16', mutantsOfOtherTills],
  ['P7 P16', mutantsOfTelling],
  ['P6 P16', mutantsOfTable],
  ['P12 P16', mutantsOfUpkeep],
  ['P6 P7 P8', mutantsOfVendor],
  ['P12', mutantsOfBans],
  ['P7', [...mutantsOfProposals, ...mutantsOfHands]],
  ['P7 M7', mutantsOfClerks],
  ['P12 M7', mutantsOfComplaints],
  ['P6 X3', mutantsOfLooks],
  ['M8', mutantsOfNumbers],
  ['M2', mutantsOfEvents],
  ['X3', mutantsOfLevels],
]

/** The ten of the prototype this simulation grew from, of which crashes alone missed four: what each is called here. */
export const knownToHide: Record<string, string> = {
  'dual write, no dueAt': 'a check has no dueAt: its message is all there is',
  'no calling marker': 'the vendor is called without a claim',
  'lease expiry calls again': 'an expired lease is called again',
  'random refund number for each attempt': 'a refund gets a fresh number with every attempt',
  'no sweeper': 'there is no sweep',
  'marker deleted on error': 'an unknown result is tried again',
  'repeated TRADE_SUCCESS restarts the check': 'a repeated report of a payment starts a paid order anew',
  'accepted treated as refunded': 'accepted is taken for refunded',
  'Alipay NOT_EXIST read as closed': 'what the channel does not know is taken for closed',
  'no time_expire given to the channel': 'no time_expire is given to the channel',
}
