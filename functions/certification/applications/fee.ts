import type { Fen } from '../../../shared/kernel/money.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'
import type { Application, FeeState } from './application.ts'
import type { ApplicationEvent } from './application-states.ts'

/** What the fee is for, as it stands on orders, receipts and invoices. */
export const FEE_ITEM = '应用认证审核服务费'

const settingOf = {
  enterprise: 'enterpriseFen',
  sole_trader: 'soleTraderFen',
  individual: 'individualFen',
  government: 'governmentFen',
} as const satisfies Record<ApplicantKind, string>

export type Fees = Readonly<Record<(typeof settingOf)[ApplicantKind], Fen>>

/** W6 what an application costs, by whose it is, in fen; whatever comes of it. */
export const feeOf = (kind: ApplicantKind, fees: Fees): Fen => fees[settingOf[kind]]

/**
 * W6 whose a fee that was paid is after an event; undefined where that is not decided by it. It is the platform's once people have worked at it, whatever they
 * decide; it goes back whole where they did not decide in the time that was promised, and where it was taken back before anybody looked. `reversed`: it is gone already.
 */
export const feeAfter = (
  { fee, returns }: Pick<Application, 'fee' | 'returns'>,
  on: ApplicationEvent,
): Extract<FeeState, 'kept' | 'returned' | 'reversed'> | undefined => {
  if (fee !== 'held') return undefined
  if (on === 'reversed') return 'reversed'
  if (on === 'overdue') return 'returned'
  if (on === 'withdrawn') return returns.length === 0 ? 'returned' : 'kept'
  return on === 'certified' || on === 'refused' || on === 'not_corrected' ? 'kept' : undefined
}
