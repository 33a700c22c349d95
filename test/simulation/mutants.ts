import type { Suspect } from './mutant.ts'
import { mutantsOfChecks } from './mutants-of-checks.ts'
import { mutantsOfOrders } from './mutants-of-orders.ts'
import { mutantsOfPayments } from './mutants-of-payments.ts'
import { mutantsOfRefunds } from './mutants-of-refunds.ts'

/** Every mutant, under the rules it breaks. */
export const mutants: readonly (readonly [rules: string, suspects: readonly Suspect[]])[] = [
  ['P5 P6', mutantsOfChecks],
  ['P16', mutantsOfPayments],
  ['P4 P16', mutantsOfOrders],
  ['P7', mutantsOfRefunds],
]
