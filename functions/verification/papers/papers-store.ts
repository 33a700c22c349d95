import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { isKept, listedAt, ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  type Delete,
  equals,
  type Item,
  isNew,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { accountLists } from '../../account/keys.ts'
import { keptConsent } from '../../consent/kept-consent-store.ts'
import { papersKeys } from '../keys.ts'
import { type Papers, type PapersEvent, papersStatuses, papersTransitions } from './papers.ts'
import { papersDocuments, papersKinds } from './papers-kinds.ts'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  kind: z.enum(papersKinds),
  document: z.enum(papersDocuments),
  status: z.enum(papersStatuses),
  case: text,
  createdAt: z.number(),
  decidedAt: z.optional(z.number()),
  consent: keptConsent,
  maskedName: text,
  maskedIdNumber: text,
  maskedPhone: text,
  sealed: z.object({ wrappedKey: text, name: text, idNumber: text, phone: text, more: text }),
  personIndex: text,
  otherPeople: z.optional(z.array(text)),
  lastFourIndex: text,
  materials: z.array(text),
})

export const papersOf = (item: Item): Papers => z.parse(stored, item)

/** The papers in an item that are still kept at `now` (epoch ms). */
export const papersKept = (item: Item | undefined, now: Millis): Papers | undefined =>
  item && (item.ttl === undefined || isKept(item, now)) ? papersOf(item) : undefined

/** Why none is begun: one of the account is open. */
export const PAPERS_OPEN = 'papers_open'

/** Which is open, in the item that says so. */
export const openPapersIn = (item: Item | undefined): string | undefined =>
  typeof item?.papers === 'string' ? item.papers : undefined

const pointed = (of: Pick<Papers, 'accountId' | 'id'>): Put =>
  put(papersKeys.open(of.accountId), { papers: of.id }, isNew, PAPERS_OPEN)

/** Somebody's papers are before a person from now on, found by their id alone. One of an account at a time. */
export const papersBegun = (of: Papers): [Put, Put] => [
  put(
    papersKeys.papers(of.accountId, of.id),
    {
      ...of,
      consent: { ...of.consent },
      sealed: { ...of.sealed },
      ...listedAt(accountLists.named(of.id), of.createdAt),
    },
    isNew,
  ),
  pointed(of),
]

/** Why a decision about papers comes to nothing: they stand otherwise by now. */
const MOVED = 'papers_moved'

export type PapersEnd = Exclude<PapersEvent, 'appealed' | 'answered'>

/** It is over, in that way; another can be begun. Where nobody is verified by it, it is kept until then, as its pictures are. */
export const papersEnded = (
  of: Pick<Papers, 'accountId' | 'id' | 'case'>,
  on: PapersEnd,
  { now, keptUntil }: { now: Millis; keptUntil: Millis },
): [Update, Delete] => [
  update(
    papersKeys.papers(of.accountId, of.id),
    {
      set: {
        ...{ status: target(papersTransitions, on), decidedAt: now },
        ...(on !== 'approved' && { ttl: ttlAt(keptUntil) }),
      },
    },
    all(stateAllows(papersTransitions, on), equals('case', of.case)),
    MOVED,
  ),
  remove(papersKeys.open(of.accountId), equals('papers', of.id), MOVED),
]

/** Another person looks at it, in a case of its own. Conflict `papers_open`: something newer of the account is open. */
export const papersAppealed = (of: Pick<Papers, 'accountId' | 'id'>, newCase: string): [Update, Put] => [
  update(
    papersKeys.papers(of.accountId, of.id),
    { set: { status: target(papersTransitions, 'appealed'), case: newCase }, remove: ['decidedAt', 'ttl'] },
    stateAllows(papersTransitions, 'appealed'),
    MOVED,
  ),
  pointed(of),
]

/** More pictures belong to it. */
export const papersAnswered = (of: Pick<Papers, 'accountId' | 'id' | 'case'>, materials: readonly string[]): Update =>
  update(
    papersKeys.papers(of.accountId, of.id),
    { set: { materials: [...materials] } },
    all(stateAllows(papersTransitions, 'answered'), equals('case', of.case)),
    MOVED,
  )
