import { mutantsOfEvents } from './events/mutants-of-events.ts'
import { mutantsOfLevels } from './events/mutants-of-levels.ts'
import type { Suspect } from './mutant.ts'
import { mutantsOfAudit } from './mutants-of-audit.ts'
import { mutantsOfBans } from './mutants-of-bans.ts'
import { mutantsOfBills } from './mutants-of-bills.ts'
import { mutantsOfChecks } from './mutants-of-checks.ts'
import { mutantsOfClerks } from './mutants-of-clerks.ts'
import { mutantsOfComplaints } from './mutants-of-complaints.ts'
import { mutantsOfDisclosures } from './mutants-of-disclosures.ts'
import { mutantsOfEndings } from './mutants-of-endings.ts'
import { mutantsOfHands } from './mutants-of-hands.ts'
import { mutantsOfLooks } from './mutants-of-looks.ts'
import { mutantsOfNumbers } from './mutants-of-numbers.ts'
import { mutantsOfOrders } from './mutants-of-orders.ts'
import { mutantsOfOtherTills } from './mutants-of-other-tills.ts'
import { mutantsOfPayers } from './mutants-of-payers.ts'
import { mutantsOfPayments } from './mutants-of-payments.ts'
import { mutantsOfPersons } from './mutants-of-persons.ts'
import { mutantsOfProposals } from './mutants-of-proposals.ts'
import { mutantsOfRefunds } from './mutants-of-refunds.ts'
import { mutantsOfShopping } from './mutants-of-shopping.ts'
import { mutantsOfTable } from './mutants-of-table.ts'
import { mutantsOfTelling } from './mutants-of-telling.ts'
import { mutantsOfUpkeep } from './mutants-of-upkeep.ts'
import { mutantsOfVendor } from './mutants-of-vendor.ts'
import { mutantsOfWaiting } from './mutants-of-waiting.ts'

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
