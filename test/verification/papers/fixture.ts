import { papersNoticeInForce } from '../../../functions/consent/papers-notice.ts'
import type { MaterialKind } from '../../../functions/material/material.ts'
import type { Decision, ReviewCase } from '../../../functions/review/case/case.ts'
import { caseOf } from '../../../functions/review/case/case-store.ts'
import { reviewKeys } from '../../../functions/review/keys.ts'
import { kindOf } from '../../../functions/review/kind.ts'
import { papersKeys } from '../../../functions/verification/keys.ts'
import { papersReviews } from '../../../functions/verification/papers/kind.ts'
import type { Papers } from '../../../functions/verification/papers/papers.ts'
import { papersOf } from '../../../functions/verification/papers/papers-store.ts'
import { type PapersHanded, submitPapers } from '../../../functions/verification/papers/submit-papers.ts'
import type { Typed } from '../../../functions/verification/papers/typed-person.ts'
import { claimOf } from '../../account/fixture.ts'
import { world as materialWorld, stored } from '../../material/world.ts'
import { enter, itemAt, type User } from '../../world.ts'

/** Everything that papers need, in memory. */
export const world = (overrides: Record<string, unknown> = {}) => {
  const at = materialWorld(overrides)
  const rows = papersReviews(at.settings)
  const notice = papersNoticeInForce(at.settings)
  return {
    ...at,
    notice: async () => notice,
    identityNotice: at.notice,
    kinds: Object.fromEntries(rows.map((one) => [one.kind, one])),
    publicUrl: 'https://shiming.test',
  }
}
export type World = ReturnType<typeof world>

/** A passport of nobody. */
export const PASSPORT: Typed = {
  document: 'passport',
  name: 'Anna Example',
  number: 'E1234567',
  nationality: 'USA',
  birthDate: '1890-02-28',
  validUntil: '2099-12-31',
}

/** Somebody has uploaded these, and they were taken. */
export const pictured = async (at: World, user: User, kinds: readonly MaterialKind[]) => {
  const taken: Partial<Record<MaterialKind, string>> = {}
  for (const kind of kinds) taken[kind] = (await stored(at, { user, kind })).id
  return taken
}

export type Handing = {
  user?: User
  typed?: Partial<Typed>
  pictures?: PapersHanded['pictures']
  notice?: string
  said?: string
}

/** Somebody hands in their papers. */
export const handed = async (at: World, of: Handing = {}) => {
  const user = of.user ?? (await enter(at))
  const pictures = of.pictures ?? (await pictured(at, user, ['document_page', 'holder']))
  const { version } = await at.notice()
  const typed = { ...PASSPORT, ...of.typed }
  const all = {
    caller: claimOf(user.token),
    language: 'zh',
    typed,
    pictures,
    said: of.said,
    notice: of.notice ?? version,
  } as const
  return { user, pictures, answer: await submitPapers(at, all) }
}

export const papersAt = (at: World, { accountId, id }: Pick<Papers, 'accountId' | 'id'>): Papers => {
  const item = itemAt(at, papersKeys.papers(accountId, id))
  if (!item) throw new Error('no such papers')
  return papersOf(item)
}

export const caseAt = (at: World, { accountId, case: id }: Pick<Papers, 'accountId' | 'case'>): ReviewCase => {
  const item = itemAt(at, reviewKeys.case(accountId, id))
  if (!item) throw new Error('no such case')
  return caseOf(item)
}

/** What follows from a decision about them, as it is written with it; or why nothing does. */
export const decided = async (at: World, of: Papers, verdict: Decision['verdict'], reason?: string) => {
  const review = caseAt(at, of)
  const decision = { verdict, at: at.time.now, ...(reason !== undefined && { reason }) }
  const deps = { ...at, now: at.time.now }
  const effect = await kindOf(at.kinds, review).effect(deps, review, decision)
  return effect.ok ? at.table.commit(effect.value.writes) : effect.refusal.code
}
