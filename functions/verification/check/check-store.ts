import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import { beijingDay, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, LISTED, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { all, equals, type Item, type Update, update } from '../../../shared/table/write.ts'
import { offers } from '../../payment/good.ts'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { verificationKeys, verificationLists } from '../keys.ts'
import { platformMethods } from '../owed/platform-methods.ts'
import type { Passes } from '../vendors/choice.ts'
import type { Spent } from '../vendors/spend.ts'
import { type CheckEvent, checkStatuses, checkTransitions } from '../verification.ts'
import { BEGIN_WITHIN } from './begin-within.ts'
import { type CallRecord, listedCall, passesStored } from './call-store.ts'

/** Longer than any Lambda of ours may live (30 s): once it has run out, nobody can be calling any more. */
const LEASE: Millis = 2 * MINUTE

/** How far a check is, whoever it belongs to. */
const progress = {
  accountId: z.string(),
  verificationId: z.string(),
  status: z.enum(checkStatuses),
  readyAt: z.number(),
  releases: z.int(),
  passes: passesStored,
  pausedUntil: z.optional(z.number()),
  claim: z.optional(z.string()),
  leaseUntil: z.optional(z.number()),
  spent: z.optional(z.object({ vendor: z.string(), day: z.string(), shard: z.int(), cost: z.int() })),
}

const ofOrder = z.object({
  ...progress,
  orderId: z.string(),
  offer: z.enum(offers),
  feeFen: z.int(),
  channel: z.enum(paymentChannels),
  outTradeNo: z.string(),
  transactionId: z.string(),
  paidFen: z.int(),
})

const ofPlatform = z.object({ ...progress, look: z.string(), provenAt: z.number() })

const owed = z.object({ ...progress, owed: z.enum(platformMethods) })

/** The check of one paid order: what the worker must know of payment and progress without reading the order. */
export type PaidCheck = z.infer<typeof ofOrder>

/**
 * A look of the platform, which nobody paid for, at evidence of the carrier: whether the number has not been given to somebody else since
 * `provenAt`. `verificationId`: where that number is kept.
 */
export type Look = z.infer<typeof ofPlatform>

/** The check of a verification that the platform pays for. `owed`: its method. */
export type OwedCheck = z.infer<typeof owed>

/** A check belongs to an order or to the platform; what may be called for it, how often and by whom is the same. */
export type Check = PaidCheck | Look | OwedCheck

export const isLook = (check: Pick<Check, 'accountId'>): check is Look => 'look' in check

export const isOwedCheck = (check: Pick<Check, 'accountId'>): check is OwedCheck => 'owed' in check

/** The check in an item. */
export const checkOf = (item: Item): Check => {
  if ('owed' in item) return z.parse(owed, item)
  return z.parse('look' in item ? ofPlatform : ofOrder, item)
}

type Named = Pick<Check, 'accountId' | 'verificationId'> & { look?: string }

/** Where a check is kept. */
export const checkKey = ({ accountId, verificationId, look }: Named) =>
  look === undefined
    ? verificationKeys.check(accountId, verificationId)
    : verificationKeys.look(accountId, verificationId, look)

/** By when this check is called or given up (epoch ms). */
export const beginBy = (check: Check): Millis => check.readyAt + BEGIN_WITHIN

/** Since when this check could have run: since it was paid, or vendors no longer refused us (epoch ms). */
export const runnableSince = (check: Check): Millis => check.pausedUntil ?? check.readyAt

/**
 * The worker that writes this, and nobody else, may call the vendor. `claim` is its token. From now on the call may have been
 * made and charged, which stays unknown until an answer is recorded. `spent`: where its cost was booked.
 */
export const checkClaimed = (
  check: Check,
  claim: string,
  vendor: string,
  now: Millis,
  spent: Spent | undefined,
): Update =>
  update(
    checkKey(check),
    {
      set: {
        status: target(checkTransitions, 'claimed'),
        claim,
        leaseUntil: now + LEASE,
        ...due(checkKey(check), now + LEASE),
        vendor,
        billed: 'unknown',
        calledAt: now,
        ...(check.passes && { passes: { ...check.passes } }),
        ...(spent && { spent: { ...spent } }),
        ...listedCall({ vendor, calledAt: now }),
      },
      remove: ['wakePause'],
    },
    all(stateAllows(checkTransitions, 'claimed'), equals('releases', check.releases)),
    'check_not_ready',
  )

const CALL = ['vendor', 'billed', 'calledAt', 'spent'] as const

/** What a check that is given back waits for: until when, with what its vendors made of it; `paused`: as they refuse us. */
export type Release = { until: Millis; passes: Passes; paused: boolean }

/** Provably nothing was done: once more when the wait is over. */
export const checkReleased = (check: Check, claim: string, { until, passes, paused }: Release): Update =>
  update(
    checkKey(check),
    {
      set: {
        status: target(checkTransitions, 'released'),
        ...due(checkKey(check), until),
        passes: { ...passes },
        ...(paused && { pausedUntil: until }),
      },
      add: { releases: 1 },
      remove: ['claim', 'leaseUntil', 'wakePause', ...CALL, ...LISTED],
    },
    all(stateAllows(checkTransitions, 'released'), equals('claim', claim)),
    'claim_lost',
  )

/** Every vendor refuses us: not before `until`. Whoever claimed or gave it back since it was read knows better. */
export const checkPaused = (check: Check, until: Millis): Update =>
  update(
    checkKey(check),
    { set: { ...due(checkKey(check), until), pausedUntil: until }, remove: ['wakePause'] },
    all(stateAllows(checkTransitions, 'paused'), equals('releases', check.releases)),
    'check_not_ready',
  )

/** Nobody has claimed it, given it back or ended it since it was read. */
const asRead = ({ status, claim }: Check) =>
  all(equals('status', status), ...(claim === undefined ? [] : [equals('claim', claim)]))

/** Where a check is listed that ends: by its call, or as one that never had one, which vendors may have been asked for all the same. */
const listedEnd = (check: Check, now: Millis, call: CallRecord | undefined) => {
  if (call) return listedCall(call)
  return check.status === 'ready' && check.passes && listedAt(verificationLists.neverCalled(beijingDay(now)), now)
}

/** The vendor answered the worker that holds `claim`; or nobody will ever call (any more): `unanswered`. */
export const checkEnded = (
  check: Check,
  on: Extract<CheckEvent, 'answered' | 'unanswered'>,
  now: Millis,
  call?: CallRecord,
): Update =>
  update(
    checkKey(check),
    { set: { status: target(checkTransitions, on), ...call, ...listedEnd(check, now, call) }, remove: [...DUE] },
    all(stateAllows(checkTransitions, on), asRead(check)),
    'claim_lost',
  )
