import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, LIMITED, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { ReviewCase } from '../../review/case/case.ts'
import { caseIdOf, isCaseOf } from '../../review/case/case-id.ts'
import { caseOpened } from '../../review/case/case-store.ts'
import { findCase } from '../../review/case/find-case.ts'
import { newCase } from '../../review/case/new-case.ts'
import { kindOf, type ReviewKinds } from '../../review/kind.ts'
import { NOT_ME } from '../case/kind.ts'
import { isOpenTo } from '../open-to.ts'
import { proofingDisputed, proofingTakenOver } from '../proofing-store.ts'
import type { ProofingSettings } from '../settings.ts'
import { findOwnProofing } from './find-own-proofing.ts'

export type DisputeDeps = {
  table: Table
  clock: Clock
  ids: Ids
  kinds: ReviewKinds
  settings: Pick<ProofingSettings, 'proofing'>
}

/** Of which verification it is said that it was not them, in which words, if any, and how they are spoken to. */
export type Disputed = { id: string; text?: string | undefined; language: Language }

/** Somebody else may be as fast, once with saying so and once with taking it back. */
const TRIES = 3

/**
 * P11 somebody who was told of a verification says that it was not them: a case for people, once for each verification; a second tap answers
 * the case there is. What only the account itself has said bars no other account of the person, as whoever misuses it can say so first.
 * `proofing.disputesPerDay` times a Beijing day. Refuses with `not_found`, `proofing_dispute_over`, `proofing_disputed_elsewhere`, `too_often` and
 * `contended`. Two calls, three where another account was verified. Numbers of people in the words are masked before they are kept.
 */
export const openDispute = async (
  deps: DisputeDeps,
  accountId: string,
  { id, text, language }: Disputed,
): Promise<Outcome<ReviewCase>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const told = await findOwnProofing(deps.table, accountId, id)
    if (!told.ok) return told
    const { proofing, still } = told.value
    const { case: before, until } = proofing
    const isOwnCase = before !== undefined && isCaseOf(before, accountId)
    const found = isOwnCase ? await findCase(deps.table, before) : undefined
    if (found) return ok(found)
    if (!isOpenTo(proofing, accountId)) return refused('proofing_disputed_elsewhere')
    const now = deps.clock.now()
    if (now >= until) return refused('proofing_dispute_over')
    const said = text === undefined ? {} : { said: maskNumbers(text) }
    const opening = {
      id: deps.ids.id(),
      accountId,
      subject: id,
      language,
      ...said,
      decidedBefore: proofing.deciders ?? [],
    }
    const opened = newCase(opening, kindOf(deps.kinds, { kind: NOT_ME }), now)
    const says = before === undefined ? proofingDisputed : proofingTakenOver
    const limit = deps.settings.proofing.disputesPerDay
    const committed = await deps.table.commit([
      ...caseOpened(opened),
      says(proofing, caseIdOf(opened)),
      ...still,
      counted({ subject: `DISPUTES#${accountId}`, window: dayOf(now), limit }),
    ])
    if (committed.kind === 'committed') return ok(opened)
    const limited = committed.conflicts.find(({ because }) => because === LIMITED)
    if (limited) return tooOften(limited.item)
  }
  return refused('contended')
}
