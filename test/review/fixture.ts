import { accountKeys } from '../../functions/account/keys.ts'
import { clearingEffects } from '../../functions/clearing-effects.ts'
import { messagingKeys } from '../../functions/messaging/keys.ts'
import { type ClearIdentity, notMeKind } from '../../functions/proofing/case/kind.ts'
import type { ReviewCase } from '../../functions/review/case/case.ts'
import { caseIdOf } from '../../functions/review/case/case-id.ts'
import { caseOf, caseOpened, keyOf } from '../../functions/review/case/case-store.ts'
import { newCase, type Opening } from '../../functions/review/case/new-case.ts'
import { decideCase } from '../../functions/review/deciding/decide-case.ts'
import { decideSecond } from '../../functions/review/deciding/decide-second.ts'
import type { Deciding } from '../../functions/review/deciding/judgement.ts'
import type { Reviewer } from '../../functions/review/deciding/reviewer.ts'
import { takeClaim } from '../../functions/review/deciding/take-claim.ts'
import { helpKind } from '../../functions/review/help/kind.ts'
import type { ReviewKind } from '../../functions/review/kind.ts'
import { clearIdentity } from '../../functions/verification/submission/clear-identity.ts'
import type { Item } from '../../shared/table/write.ts'
import { valueIn } from '../kit.ts'
import { type World, world } from '../world.ts'
import { namesKind, outcomeKey, photosKind } from './kinds.ts'

export const ACCOUNT = 'a'.repeat(32)

const person = (operatorId: string, role: Reviewer['role'] = 'reviewer'): Reviewer => ({
  operatorId,
  isPerson: true,
  role,
})
export const LIN = person('lin')
export const WANG = person('wang')
export const ZHAO = person('zhao', 'admin')
export const SUPPORT = person('sun', 'support')
export const FINANCE = person('qian', 'finance')

/** How an account is made nobody, with all that ends with it. */
export const clearing: ClearIdentity = (table, of, now) => clearIdentity({ table, effects: clearingEffects }, of, now)

/** Deps of everything that is done to cases, in memory, with kinds that take one person and two. */
export const reviewWorld = (overrides: Record<string, unknown> = {}, more: readonly ReviewKind[] = []) => {
  const at = world(overrides)
  const kinds = [helpKind(at.settings), notMeKind(at.settings, clearing), photosKind, namesKind, ...more]
  return { ...at, kinds: Object.fromEntries(kinds.map((one) => [one.kind, one])) }
}

export type ReviewWorld = World & { kinds: Record<string, ReviewKind> }

/** A case of a kind, as its owner opens it. */
export const opened = async (
  at: ReviewWorld,
  kind: string,
  of: Partial<Opening> = {},
): Promise<ReviewCase & { name: string }> => {
  const row = at.kinds[kind]
  if (!row) throw new Error(`no kind is called ${kind}`)
  const opening: Opening = { id: at.ids.id(), accountId: ACCOUNT, subject: 'c'.repeat(32), language: 'zh', ...of }
  const made = newCase(opening, row, at.time.now)
  const committed = await at.table.commit(caseOpened(made))
  if (committed.kind === 'conflict') throw new Error('a case about that is open')
  return { ...made, name: caseIdOf(made) }
}

/** The case as it is kept. */
export const kept = (at: ReviewWorld, { accountId, id }: Pick<ReviewCase, 'accountId' | 'id'>): ReviewCase => {
  const key = keyOf({ accountId, id })
  const item = at.table.items().find(({ pk, sk }) => pk === key.pk && sk === key.sk)
  if (!item) throw new Error('no such case')
  return caseOf(item)
}

/** What its owner keeps of it. */
export const outcomeOf = (at: ReviewWorld, { accountId, id }: Pick<ReviewCase, 'accountId' | 'id'>): unknown => {
  const key = outcomeKey(accountId, id)
  return at.table.items().find(({ pk, sk }) => pk === key.pk && sk === key.sk)?.outcome
}

/** What is in the inbox of the account. */
export const lettersTo = (at: ReviewWorld, accountId = ACCOUNT): Item[] => {
  const { pk } = accountKeys.profile(accountId)
  const { sk } = messagingKeys.message('', '')
  return at.table.items().filter((item) => item.pk === pk && item.sk.startsWith(sk))
}

export const approving: Deciding = { verdict: 'approved', checked: ['is_sharp', 'is_theirs'] }
export const refusing: Deciding = { verdict: 'refused', reason: 'blurred', checked: [] }
const note = '已核对'

/** Somebody takes a case and decides it. */
export const decided = async (at: ReviewWorld, name: string, by: Reviewer, deciding: Deciding = approving) => {
  valueIn(await takeClaim(at, by, name))
  return decideCase(at, by, { name, ...deciding, note })
}

/** Somebody takes a case that another has decided, and says whether they agree. */
export const seconded = async (at: ReviewWorld, name: string, by: Reviewer, agrees = true) => {
  valueIn(await takeClaim(at, by, name))
  return decideSecond(at, by, { name, agrees, reason: note })
}
