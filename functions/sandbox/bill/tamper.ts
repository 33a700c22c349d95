import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { ANYTHING, type Taken } from '../faults.ts'
import type { rowFaults } from './faults.ts'
import type { Movement } from './movement.ts'

const STRANGER = 'nobodysorder0001'

const isMeant =
  (subject: string) =>
  ({ kind, outTradeNo, outRefundNo, refundId }: Movement): boolean =>
    subject === ANYTHING ||
    (kind === 'payment' ? subject === outTradeNo : subject === outRefundNo || subject === refundId)

/** A payment nobody made. */
const invented = (subject: string, dayStart: Millis): Movement => ({
  kind: 'payment',
  outTradeNo: subject === ANYTHING ? STRANGER : subject,
  transactionId: `4200${'9'.repeat(24)}`,
  outRefundNo: '',
  refundId: '',
  refundState: '',
  fen: 100,
  feeFen: 1,
  at: dayStart + 12 * HOUR,
  orderedAt: dayStart + 12 * HOUR,
  payer: 'nobody',
  way: '',
  subject: '',
  attach: '',
})

const apply: Record<
  keyof typeof rowFaults,
  (rows: Movement[], at: number, subject: string, day: Millis) => Movement[]
> = {
  missing_row: (rows, at) => rows.filter((_, other) => other !== at),
  amount_differs: (rows, at) => rows.map((row, other) => (other === at ? { ...row, fen: row.fen + 1 } : row)),
  extra_row: (rows, _, subject, day) => [...rows, invented(subject, day)].toSorted((one, other) => one.at - other.at),
}

const isMode = (mode: string): mode is keyof typeof rowFaults => Object.hasOwn(apply, mode)

/** The rows as a faulty bill shows them: one missing, one too many, or one that is a fen too much. */
export const tampered = (rows: readonly Movement[], faults: readonly Taken[], dayStart: Millis): Movement[] =>
  faults.reduce<Movement[]>(
    (before, { mode, subject }) =>
      isMode(mode) ? apply[mode](before, before.findIndex(isMeant(subject)), subject, dayStart) : before,
    [...rows],
  )
