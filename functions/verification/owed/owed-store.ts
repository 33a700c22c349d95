import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  type Delete,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  remove,
  type Update,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import { accountLists } from '../../account/keys.ts'
import { type Counter, uncounted } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { keptConsent } from '../../consent/kept-consent-store.ts'
import type { Said } from '../check/checker.ts'
import { owedKeys } from '../keys.ts'
import {
  type Decision,
  reasons,
  type VerificationEvent,
  verificationStatuses,
  verificationTransitions,
} from '../verification.ts'
import type { OwedVerification } from './owed-verification.ts'
import { platformMethods } from './platform-methods.ts'
import { owedRefusals, refusalOf } from './refusal.ts'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  method: z.enum(platformMethods),
  subject: text,
  subjectId: z.optional(text),
  refusal: z.optional(z.enum(owedRefusals)),
  status: z.enum(verificationStatuses),
  reason: z.optional(z.enum(reasons)),
  createdAt: z.number(),
  decidedAt: z.optional(z.number()),
  retryAt: z.optional(z.number()),
  consent: keptConsent,
  maskedName: text,
  maskedIdNumber: text,
  maskedPhone: text,
  sealed: z.object({ wrappedKey: text, name: text, idNumber: text, phone: text }),
  sealedCard: z.optional(text),
  pictures: z.optional(z.array(z.object({ id: text, keptUntil: z.number() }))),
  heldSince: z.optional(z.number()),
  validUntil: z.optional(z.number()),
  personIndex: text,
  resubmissionIndex: text,
  otherIndexes: z.optional(z.object({ people: z.array(text), resubmissions: z.array(text) })),
  lastFourIndex: text,
  provenPhoneIndex: z.optional(text),
})

/** The verification in an item. */
export const owedVerificationOf = (item: Item): OwedVerification => z.parse(stored, item)

const keyOf = ({ accountId, id }: Pick<OwedVerification, 'accountId' | 'id'>): Key =>
  owedKeys.verification(accountId, id)

/** Why another of its method cannot be opened: one is. */
export const OWED_OPEN = 'owed_open'

/** The one that is open, in the item that stands in the way. */
export const openOwedIn = (item: Item | undefined): string | undefined =>
  typeof item?.id === 'string' ? item.id : undefined

/** It begins, the only one of its method that is open. Belongs with its check. */
export const owedOpened = (of: OwedVerification): Put[] => [
  put(
    keyOf(of),
    {
      ...of,
      consent: { ...of.consent },
      ...(of.otherIndexes && { otherIndexes: { ...of.otherIndexes } }),
      pictures: of.pictures?.map((one) => ({ ...one })),
      ...listedAt(accountLists.named(of.id), of.createdAt),
    },
    isNew,
  ),
  put(owedKeys.open(of.accountId, of.method), { id: of.id }, isNew, OWED_OPEN),
]

/** What counts how many of a method were opened for an account on the day of `at`. */
export const owedCounter = (
  { accountId, method }: Pick<OwedVerification, 'accountId' | 'method'>,
  at: Millis,
  limit: number,
): Counter => ({ subject: `OWED#${method}#${accountId}`, window: dayOf(at), limit })

const moved = (
  of: OwedVerification,
  on: VerificationEvent,
  set: Record<string, string | number | undefined> = {},
  removed: readonly string[] = [],
): Update => {
  const to = target(verificationTransitions, on)
  return update(
    keyOf(of),
    { set: { status: to, ...set }, remove: removed },
    stateAllows(verificationTransitions, on),
    `verification_not_${to}`,
  )
}

/** The check worker is about to call the vendor. */
export const owedChecking = (of: OwedVerification): Update => moved(of, 'claimed')

/** Its check was given back unexecuted. */
export const owedReleased = (of: OwedVerification): Update => moved(of, 'released')

const closed = ({ accountId, method, id }: OwedVerification): Delete =>
  remove(owedKeys.open(accountId, method), equals('id', id), 'owed_not_open')

/**
 * The result is known, or known to be unknowable: another may be opened, and neither the number of a card nor what pictures belong to it is kept longer, nor
 * until when a document is valid.
 * `said`: what the vendor said beside; `retryAt`: when the same may be tried again (epoch ms).
 */
export const owedDecided = (
  of: OwedVerification,
  decision: Decision,
  { said, now, retryAt }: { said: Said; now: Millis; retryAt: Millis | undefined },
): Write[] => {
  const { status, reason } = decision
  const refusal = status === 'verified' ? undefined : refusalOf(decision, said)
  return [
    moved(of, status, { reason, refusal, decidedAt: now, retryAt }, ['sealedCard', 'pictures', 'validUntil']),
    closed(of),
  ]
}

/** It does not count against the day: our side or the vendor failed it, and nothing can have been charged. */
export const owedUncounted = (of: OwedVerification): Update => uncounted(owedCounter(of, of.createdAt, 0))
