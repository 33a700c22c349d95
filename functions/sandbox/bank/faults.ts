import { type Breaking, breakings } from '../cloud.ts'

/** Why the bank takes a transfer not on; nothing is done then. */
export const bankRefusals = ['account_unknown', 'busy', 'no_balance', 'quota_used', 'not_authorised'] as const
export type BankRefusal = (typeof bankRefusals)[number]

/** How a transfer stands that was taken on. */
export const bankStandings = ['under_way', 'arrived', 'failed', 'unknown'] as const
export type BankStanding = (typeof bankStandings)[number]

/** What a fault makes of one call to the bank. `arrive_otherwise`: another amount arrives than was asked for. */
export type BankEffect =
  | { does: 'refuse_transfer'; result: BankRefusal }
  | { does: 'arrive_otherwise' }
  | { does: 'stand'; status: BankStanding }
  | Breaking

const refusing = Object.fromEntries(
  bankRefusals.map((result) => [result, { does: 'refuse_transfer', result }]),
) as Record<BankRefusal, BankEffect>

/** Modes by target, as POST /sandbox/faults takes them. */
export const bankFaults = {
  sandbox_bank_transfer: { ...refusing, ...breakings, another_amount: { does: 'arrive_otherwise' } },
  sandbox_bank_look: {
    ...breakings,
    stays_under_way: { does: 'stand', status: 'under_way' },
    comes_back: { does: 'stand', status: 'failed' },
  },
} as const satisfies Record<string, Record<string, BankEffect>>

export type BankTarget = keyof typeof bankFaults
