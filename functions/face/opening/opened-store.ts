import type { Millis } from '../../../shared/kernel/time.ts'
import {
  equals,
  type Item,
  isNew,
  type Put,
  put,
  remove,
  type Update,
  type Write,
} from '../../../shared/table/write.ts'
import { counted, uncounted } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { faceKeys } from '../keys.ts'
import type { FaceSettings } from '../settings.ts'

type Of = { accountId: string; personIndex: string }

/** Who begins so many a day: an account, and a person on whichever account. */
const subjectsOf = ({ accountId, personIndex }: Of): [account: string, person: string] => [
  `FACE#${accountId}`,
  `FACE#${personIndex}`,
]

/** The counters of a day; both refuse alike, so that nobody learns from one what a person does elsewhere. */
const countersOf = (of: Of, { perDay, perPersonDay }: FaceSettings['face'], now: Millis) => {
  const window = dayOf(now)
  const [account, person] = subjectsOf(of)
  return [
    { subject: account, window, limit: perDay },
    { subject: person, window, limit: perPersonDay },
  ] as const
}

/** One more of today, for the account and for the person. Conflict `limited`. */
export const beginningCounted = (of: Of, limits: FaceSettings['face'], now: Millis): Update[] =>
  countersOf(of, limits, now).map(counted)

/** One that was counted at `openedAt` never came about. */
export const beginningUncounted = (of: Of, openedAt: Millis): Update[] =>
  subjectsOf(of).map((subject) => uncounted({ subject, window: dayOf(openedAt) }))

/** One confirmation at a time. Conflict `face_check_open`, with the one that is. */
export const openTaken = (accountId: string, id: string): Put =>
  put(faceKeys.open(accountId), { open: id }, isNew, 'face_check_open')

/** The confirmation is over; the account may begin another. */
export const openFreed = (accountId: string, id: string): Write =>
  remove(faceKeys.open(accountId), equals('open', id), 'face_check_not_open')

/** Which confirmation is open, from its item. */
export const openIn = (item: Item | undefined): string | undefined =>
  typeof item?.open === 'string' ? item.open : undefined
