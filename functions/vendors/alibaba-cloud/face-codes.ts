import { type AttemptRow, type BeginRow, lastOne, nobodyKnows, ours, passing, tryAgain } from '../face-codes.ts'
import { gatewayCodes } from './cloudauth-codes.ts'

/** What the gateway turns away it never hands on to an action. */
const ofGateway: readonly BeginRow[] = gatewayCodes.map((row) => {
  if (row.kind === 'not_executed') return row.repair ? ours(row.code) : passing(row.code)
  return row.kind === 'refused'
    ? { code: row.code, kind: 'refused', because: 'vendor_refused', elsewhere: true }
    : nobodyKnows(row.code)
})

/**
 * `Code` of InitFaceVerify, 200 aside: help.aliyun.com/zh/id-verification/financial-grade-id-verification/error-code. Beginning is free.
 */
export const beginCodes: readonly BeginRow[] = [
  // a parameter is empty: ours, as every call has the same
  ours('400'),
  // name or number, which another vendor may take
  { code: '401', kind: 'refused', because: 'vendor_refused', elsewhere: true },
  // no such application, no such scene
  ours('402'),
  ours('404'),
  // not opened, no right, arrears
  ours('410'),
  ours('411'),
  ours('412'),
  // the browser, by what was said of it
  { code: '414', kind: 'refused', because: 'vendor_refused', elsewhere: true },
  { code: '415', kind: 'refused', because: 'vendor_refused', elsewhere: true },
  { code: '416', kind: 'refused', because: 'vendor_refused', elsewhere: true },
  // nothing to compare this person with
  { code: '417', kind: 'refused', because: 'no_photo', elsewhere: true },
  { code: '418', kind: 'refused', because: 'too_often', elsewhere: true },
  nobodyKnows('500'),
  ...ofGateway,
]

/**
 * `Code` of DescribeFaceVerify, 200 aside; the same page. 403 and 424 are no failure: not begun, being done, or given up. After 424 the
 * token may still be used until it is over.
 */
export const lookCodes: readonly AttemptRow[] = [
  { code: '400', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '401', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '402', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '403', kind: 'pending', billed: 'no', whose: 'person' },
  { code: '404', kind: 'unknown', billed: 'no', whose: 'ours' },
  // a number that is none of theirs
  { code: '406', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '410', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '411', kind: 'unknown', billed: 'no', whose: 'ours' },
  { code: '412', kind: 'unknown', billed: 'no', whose: 'ours' },
  // not said to be the end of the token
  tryAgain('414', 'picture_unusable', 'unknown'),
  tryAgain('415', 'picture_unusable', 'unknown'),
  tryAgain('416', 'picture_unusable', 'unknown'),
  tryAgain('417', 'no_photo', 'unknown'),
  tryAgain('418', 'too_often', 'unknown'),
  { code: '424', kind: 'pending', billed: 'no', whose: 'person' },
  tryAgain('427', 'risk_rule', 'unknown'),
  { code: '500', kind: 'unknown', billed: 'unknown', whose: 'vendor' },
  ...gatewayCodes.map(
    (row): AttemptRow => ({
      code: row.code,
      kind: 'unknown',
      billed: 'no',
      whose: row.kind === 'not_executed' && row.repair ? 'ours' : 'vendor',
    }),
  ),
]

/**
 * `SubCode` where the action worked, behind `Passed`: its page says each of 200 to 206 is charged. `Passed` alone decides; a reason that
 * contradicts it has no row.
 */
export const subCodes: readonly AttemptRow[] = [
  { code: 'T.200', kind: 'confirmed', billed: 'yes', whose: 'person' },
  lastOne('F.201', 'identity_differs', 'yes'),
  lastOne('F.202', 'no_photo', 'yes'),
  lastOne('F.203', 'no_photo', 'yes'),
  lastOne('F.204', 'other_face', 'yes'),
  lastOne('F.205', 'not_live', 'yes'),
  lastOne('F.206', 'risk_rule', 'yes'),
  // of a product that photographs a card, which we never ask for
  lastOne('F.207', 'other_face', 'unknown'),
  // the source of the police is out of order
  { code: 'F.209', kind: 'failed', because: 'vendor_fault', billed: 'unknown', again: false, whose: 'vendor' },
]

/** A reason nobody has listed, of an attempt that did not pass: it failed, and nobody knows whether it is charged. */
export const unlistedFailure: AttemptRow = lastOne('F', 'vendor_fault', 'unknown')
