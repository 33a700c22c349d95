import { dayOf } from '../../functions/account/limits/window.ts'
import { openDispute } from '../../functions/proofing/disputing/open-dispute.ts'
import { withdrawCase } from '../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../functions/review/case/case-id.ts'
import { NOON } from '../kit.ts'
import { proofingWorld, twice } from '../proofing/fixture.ts'
import { type Drive, NEAR } from './drive.ts'

/** Each is taken back, so that the same can be said again. */
const disputes: Drive = async () => {
  const at = proofingWorld({ proofing: { disputesPerDay: NEAR } })
  const { first, second } = await twice(at)
  const says = async (accountId: string, id: string) => {
    const said = await openDispute(at, accountId, { id, language: 'zh' })
    if (said.ok) await withdrawCase(at, accountId, caseIdOf(said.value))
    return said
  }
  const once = () => says(first.user.accountId, second.id)
  const elsewhere = () => says(second.user.accountId, second.id)
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: dayOf(NOON).endsAt }
}

export const proofingDrives: Readonly<Record<string, Drive>> = { 'proofing.disputesPerDay': disputes }
