import type { Begun, Charged, FailedBecause, Look, NotTaken } from '../face/vendors/vendor.ts'

/** Whether an attempt that ends with a code is charged. */
export type AttemptBilled = 'yes' | 'no' | 'unknown'

/**
 * One code by which a vendor answers that it does not begin a confirmation. What has no row is `unknown`. `ours`: people have to mend
 * something on our side. `elsewhere`: another vendor may take the person all the same. Beginning is charged nowhere.
 */
export type BeginRow = { code: string } & (
  | { kind: 'not_begun'; ours?: true }
  | { kind: 'refused'; because: NotTaken; elsewhere: boolean; ours?: true }
  | { kind: 'unknown' }
)

/**
 * One code of an attempt on a token. What has no row is `unknown`: never a confirmation. `again`: the person may try once more on the
 * same token; else that token has no further attempt. `whose` to mend: the person's, the vendor's, or ours.
 */
export type AttemptRow = { code: string; whose: 'person' | 'vendor' | 'ours' } & (
  | { kind: 'confirmed'; billed: AttemptBilled }
  | { kind: 'failed'; because: FailedBecause; billed: AttemptBilled; again: boolean }
  | { kind: 'pending' | 'expired'; billed: 'no' }
  | { kind: 'unknown'; billed: AttemptBilled }
)

/** Turned away before anybody was begun with, for a reason that is ours to mend. */
export const ours = (code: string): BeginRow => ({ code, kind: 'not_begun', ours: true })

/** Turned away before anybody was begun with; passes by itself. */
export const passing = (code: string): BeginRow => ({ code, kind: 'not_begun' })

/** Nobody can tell whether anything was begun. */
export const nobodyKnows = (code: string): BeginRow => ({ code, kind: 'unknown' })

/** An attempt that did not pass, for the person to do better; `billed` as documented. */
export const tryAgain = (code: string, because: FailedBecause, billed: AttemptBilled = 'no'): AttemptRow => ({
  code,
  kind: 'failed',
  because,
  billed,
  again: true,
  whose: 'person',
})

/** An attempt that failed by a fault of the vendor's own. */
export const theirFault = (code: string): AttemptRow => ({
  code,
  kind: 'failed',
  because: 'vendor_fault',
  billed: 'no',
  again: true,
  whose: 'vendor',
})

/** An attempt after which there is none on the same token. */
export const lastOne = (code: string, because: FailedBecause, billed: AttemptBilled): AttemptRow => ({
  code,
  kind: 'failed',
  because,
  billed,
  again: false,
  whose: 'person',
})

/** What beginning came to, by the row of its code. */
export const begunBy = (row: BeginRow | undefined, vendorCode: string): Begun => {
  if (!row || row.kind === 'unknown') return { kind: 'unknown', vendorCode }
  const repair = row.ours && { needsRepair: row.ours }
  if (row.kind === 'not_begun') return { kind: row.kind, vendorCode, ...repair }
  const { kind, because, elsewhere } = row
  return { kind, because, elsewhere, vendorCode, ...repair }
}

/** What an attempt came to, by the row of its code. */
export const attemptBy = (row: AttemptRow | undefined, vendorCode: string, charged: Charged): Look => {
  if (!row || row.kind === 'unknown')
    return { kind: 'unknown', vendorCode, ...(row?.whose === 'ours' && { needsRepair: true }) }
  if (row.kind === 'failed') return { kind: row.kind, because: row.because, final: !row.again, charged, vendorCode }
  return { kind: row.kind, charged, vendorCode }
}
