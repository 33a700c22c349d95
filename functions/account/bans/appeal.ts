import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'

export const appealStatuses = ['open', 'granted', 'rejected'] as const
export type AppealStatus = (typeof appealStatuses)[number]

export const appealTransitions = [
  { from: ['open'], to: 'granted', on: 'granted', when: 'an operator lifts the ban' },
  { from: ['open'], to: 'rejected', on: 'rejected', when: 'an operator keeps the ban' },
  { from: ['granted', 'rejected'], to: 'open', on: 'opened', when: 'the account is banned and appeals again' },
] as const satisfies StateTable<AppealStatus, string>

/** An account's appeal against its ban: the last one, for one at a time may be open. */
export type Appeal = {
  accountId: string
  status: AppealStatus
  /** In the user's own words. */
  text: string
  createdAt: Millis
  decidedAt?: Millis
  /** Why it was decided so; shown to the user. */
  reason?: string
  /** Who decided, for operators alone; undefined also of one that was decided before that was kept. */
  decidedBy?: Doer
}
