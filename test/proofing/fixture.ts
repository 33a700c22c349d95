import { gateKeys } from '../../functions/gate/keys.ts'
import { openDispute } from '../../functions/proofing/disputing/open-dispute.ts'
import { pauseSending } from '../../functions/proofing/disputing/pause-sending.ts'
import { findProofing } from '../../functions/proofing/proofing-store.ts'
import { caseIdOf } from '../../functions/review/case/case-id.ts'
import type { Deciding } from '../../functions/review/deciding/judgement.ts'
import { askCode, claimOf, lastCode } from '../account/fixture.ts'
import { valueIn } from '../kit.ts'
import { type ReviewWorld, reviewWorld } from '../review/fixture.ts'
import { decided, itemAt, person, type User } from '../world.ts'

/** One person may hold two accounts, or nobody but the account itself would be told. */
export const proofingWorld = (overrides: Record<string, unknown> = {}) =>
  reviewWorld({ checks: { accountsPerPerson: 2 }, ...overrides })

/** Somebody is verified by a machine. */
export const verified = async (at: ReviewWorld, user?: User) => {
  const { user: whose, verification } = await decided(at, { ...(user && { user }) })
  return { user: whose, id: verification.id }
}

/** The same person is verified on two accounts, one after the other: `first` is told of `second`. */
export const twice = async (at: ReviewWorld) => ({ first: await verified(at), second: await verified(at) })

export const proofingAt = async (at: ReviewWorld, id: string) => {
  const found = await findProofing(at.table, id)
  if (!found) throw new Error('nobody was told of it')
  return found
}

export const disputed = async (at: ReviewWorld, user: User, id: string, text?: string) =>
  caseIdOf(valueIn(await openDispute(at, user.accountId, { id, text, language: 'zh' })))

/** What proves who says so: by default their number and the last four of their ID number. */
export type Proving = { phone?: string; smsCode?: string; idLastFour?: string }

export const paused = async (at: ReviewWorld, user: User, id: string, of: Proving = {}) => {
  const { phone: theirs, idNumber } = person('match')
  const phone = of.phone ?? theirs
  valueIn(await askCode(at, { phone, token: user.token }))
  const smsCode = of.smsCode ?? lastCode(at, phone)
  const idLastFour = of.idLastFour ?? idNumber.slice(-4)
  return pauseSending(at, claimOf(user.token), { id, phone, smsCode, idLastFour })
}

export const identityAt = (at: ReviewWorld, { accountId }: User) => itemAt(at, gateKeys.identity(accountId))

export const upholding: Deciding = {
  verdict: 'approved',
  checked: ['account_looked_at', 'somebody_else', 'will_be_cleared'],
}
export const dismissing: Deciding = { verdict: 'refused', reason: 'no_misuse_found', checked: [] }
