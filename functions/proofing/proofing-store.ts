import * as z from 'zod/mini'
import { target } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { ttlAt } from '../../shared/table/keys.ts'
import { stateAllows } from '../../shared/table/state-condition.ts'
import type { Table } from '../../shared/table/table.ts'
import {
  all,
  type Condition,
  equalsOrAbsent,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../shared/table/write.ts'
import { proofingKeys } from './keys.ts'
import { type Proofing, type ProofingEvent, proofingStatuses, proofingTransitions } from './proofing.ts'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  receivers: z.array(text),
  byPeople: z.optional(z.literal(true)),
  deciders: z.optional(z.array(text)),
  at: z.number(),
  since: z.number(),
  until: z.number(),
  status: z.enum(proofingStatuses),
  maskedName: text,
  maskedIdNumber: text,
  maskedPhone: z.optional(text),
  phoneIndex: z.optional(text),
  case: z.optional(text),
  pausedUntil: z.optional(z.number()),
})

/** What is known of a verification, in an item. */
export const proofingOf = (item: Item): Proofing => z.parse(stored, item)

/** What is known of that verification; undefined where nobody was told of any. One read. */
export const findProofing = async (table: Pick<Table, 'get'>, id: string): Promise<Proofing | undefined> => {
  const item = await table.get(proofingKeys.proofing(id))
  return item && proofingOf(item)
}

/** It was told; forgotten once nobody may dispute it any more, unless somebody has. */
export const proofingKept = (of: Proofing): Put =>
  put(proofingKeys.proofing(of.id), { ...of, receivers: [...of.receivers], ttl: ttlAt(of.until) }, isNew)

/** Why a move comes to nothing: it stands otherwise by now. */
export const PROOFING_MOVED = 'proofing_moved'

type Moved = Pick<Proofing, 'id' | 'pausedUntil'> & { case?: string | undefined }

/** As it was read: the same case, and paused as long. */
const asRead = ({ case: of, pausedUntil }: Moved): Condition =>
  all(equalsOrAbsent('case', of), equalsOrAbsent('pausedUntil', pausedUntil))

const moved = (of: Moved, on: ProofingEvent, changes: Parameters<typeof update>[1], ...only: Condition[]): Update =>
  update(
    proofingKeys.proofing(of.id),
    changes,
    all(stateAllows(proofingTransitions, on), asRead(of), ...only),
    PROOFING_MOVED,
  )

/** Somebody says in that case that it was not them: once, and while there is time. */
export const proofingDisputed = (of: Proofing, caseId: string): Update =>
  moved(of, 'disputed', { set: { status: target(proofingTransitions, 'disputed'), case: caseId }, remove: ['ttl'] })

/**
 * The account itself had said so, which whoever misuses it can do, too: another account of the person says so in a case of its own from
 * now on.
 */
export const proofingTakenOver = (of: Proofing, caseId: string): Update =>
  moved(of, 'taken_over', { set: { status: target(proofingTransitions, 'taken_over'), case: caseId } })

/** Sending is paused because of it, which it was not before. */
export const proofingPaused = (of: Proofing, until: Millis): Update =>
  moved({ ...of, pausedUntil: undefined }, 'paused', { set: { pausedUntil: until } })

/** It was decided that it was them, or not. */
export const proofingDecided = (of: Proofing, on: 'upheld' | 'dismissed'): Update =>
  moved(of, on, { set: { status: target(proofingTransitions, on) } })

/** As if nobody had said anything, but for a pause, of which there is one. */
export const proofingTakenBack = (of: Proofing): Update =>
  moved(of, 'taken_back', {
    set: { status: target(proofingTransitions, 'taken_back'), ttl: ttlAt(of.until) },
    remove: ['case'],
  })

/** Another person looks at it, in a case of its own. */
export const proofingAppealed = (of: Proofing, caseId: string): Update =>
  moved(of, 'appealed', { set: { status: target(proofingTransitions, 'appealed'), case: caseId } })
