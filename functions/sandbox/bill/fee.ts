import type { Fen } from '../../../shared/kernel/money.ts'

/** Both channels charge 0.6 %, here rounded half up on every payment by itself. */
export const feeOn = (paidFen: Fen): Fen => Math.floor((paidFen * 6 + 500) / 1000)

const returnedWith = (paidFen: Fen, refundedFen: Fen): Fen =>
  Math.floor((2 * feeOn(paidFen) * refundedFen + paidFen) / (2 * paidFen))

/**
 * The part of the charge that comes back with a refund: in proportion and rounded half up, over everything refunded so far,
 * so that refunds which together give everything back return exactly the charge.
 */
export const feeReturned = (paidFen: Fen, refundedBeforeFen: Fen, refundFen: Fen): Fen =>
  returnedWith(paidFen, refundedBeforeFen + refundFen) - returnedWith(paidFen, refundedBeforeFen)
