import * as z from 'zod/mini'
import { languages } from '../../../shared/kernel/language.ts'
import { target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { all, equals, type Item, isNew, type Put, put, type Update, update } from '../../../shared/table/write.ts'
import { accountLists } from '../../account/keys.ts'
import { faceKeys } from '../keys.ts'
import { failures, placesOfVendors, type Token } from '../vendors/vendor.ts'
import {
  type FaceCheck,
  type FaceCheckEvent,
  type FaceReason,
  faceCheckStatuses,
  faceCheckTransitions,
  faceReasons,
  lookAt,
  type OpenedCheck,
} from './face-check.ts'

/** Longer than any Lambda of ours may live (30 s): once it has run out, nobody can be asking a vendor any more. */
const LEASE: Millis = 2 * MINUTE

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  status: z.enum(faceCheckStatuses),
  action: z.optional(text),
  openedAt: z.number(),
  verificationId: text,
  personIndex: text,
  consent: z.object({
    notice: text,
    language: z.optional(z.enum(languages)),
    sha256: z.optional(text),
    agreedAt: z.number(),
  }),
  vendor: text,
  claim: text,
  leaseUntil: z.optional(z.number()),
  token: z.optional(text),
  url: z.optional(text),
  worksIn: z.optional(z.enum(placesOfVendors)),
  expiresAt: z.optional(z.number()),
  readableUntil: z.optional(z.number()),
  looks: z.int(),
  lookedAt: z.optional(z.number()),
  lastTry: z.optional(z.enum(failures)),
  charged: z.int(),
  spent: z.optional(z.object({ vendor: text, day: text, shard: z.int(), cost: z.int() })),
  reason: z.optional(z.enum(faceReasons)),
  vendorCode: z.optional(text),
  decidedAt: z.optional(z.number()),
})

/** The confirmation in an item. */
export const faceCheckOf = (item: Item): FaceCheck => z.parse(stored, item)

const keyOf = ({ accountId, id }: Pick<FaceCheck, 'accountId' | 'id'>) => faceKeys.check(accountId, id)

const leased = (of: Pick<FaceCheck, 'accountId' | 'id'>, now: Millis) => ({
  leaseUntil: now + LEASE,
  ...due(keyOf(of), now + LEASE),
})

/** A confirmation begins: whoever writes this is about to ask a vendor, and nobody else is. From now on it is found by its id alone. */
export const faceCheckOpening = (check: FaceCheck): Put =>
  put(
    keyOf(check),
    {
      ...check,
      consent: { ...check.consent },
      ...(check.spent && { spent: { ...check.spent } }),
      ...leased(check, check.openedAt),
      ...listedAt(accountLists.named(check.id), check.openedAt),
    },
    isNew,
  )

const moved = (
  check: FaceCheck,
  on: FaceCheckEvent,
  set: Record<string, string | number | undefined>,
  remove: readonly string[],
): Update =>
  update(
    keyOf(check),
    { set: { status: target(faceCheckTransitions, on), ...set }, remove },
    all(stateAllows(faceCheckTransitions, on), equals('claim', check.claim), equals('looks', check.looks)),
    'face_check_moved',
  )

/** One vendor did not begin; `next` is the check as whoever opens it is about to ask another. */
export const faceCheckHandedOver = (before: FaceCheck, next: FaceCheck, now: Millis): Update => {
  const { vendor, claim, spent } = next
  return update(
    keyOf(before),
    {
      set: { vendor, claim, ...(spent && { spent: { ...spent } }), ...leased(before, now) },
      remove: spent ? [] : ['spent'],
    },
    all(stateAllows(faceCheckTransitions, 'handed_over'), equals('claim', before.claim)),
    'face_check_moved',
  )
}

/** A vendor began: it is asked what became of it, whether or not the browser ever comes back. */
export const faceCheckBegun = (
  check: FaceCheck,
  { token, url, expiresAt, readableUntil }: Token,
  { worksIn, vendorCode }: { worksIn: string; vendorCode: string },
  now: Millis,
): Update =>
  moved(
    check,
    'begun',
    { token, url, expiresAt, readableUntil, worksIn, vendorCode, ...due(keyOf(check), lookAt({ expiresAt }, now)) },
    ['leaseUntil', 'wakePause'],
  )

/** No vendor began. */
export const faceCheckNotBegun = (check: FaceCheck, reason: FaceReason, vendorCode: string | undefined, now: Millis) =>
  moved(check, 'not_begun', { reason, vendorCode, decidedAt: now }, ['leaseUntil', ...DUE])

/** The vendor was asked, and it is not over: `charged` attempts are booked by now. */
export const faceCheckLooked = (
  check: OpenedCheck,
  { lastTry, charged, vendorCode }: Pick<FaceCheck, 'lastTry' | 'charged' | 'vendorCode'>,
  now: Millis,
): Update =>
  update(
    keyOf(check),
    {
      set: {
        lastTry,
        charged,
        vendorCode,
        looks: check.looks + 1,
        lookedAt: now,
        ...due(keyOf(check), lookAt(check, now)),
      },
      remove: ['wakePause'],
    },
    all(stateAllows(faceCheckTransitions, 'looked'), equals('looks', check.looks)),
    'face_check_moved',
  )

type End = Extract<FaceCheckEvent, 'confirmed' | 'failed' | 'expired' | 'unanswered'>

/** It is over. The address of the vendor's page is kept no longer; the token is, as the vendor's bill names it. */
export const faceCheckEnded = (
  check: OpenedCheck,
  on: End,
  { reason, charged, vendorCode }: Pick<FaceCheck, 'reason' | 'charged' | 'vendorCode'>,
  now: Millis,
): Update => moved(check, on, { reason, charged, vendorCode, looks: check.looks + 1, decidedAt: now }, ['url', ...DUE])
