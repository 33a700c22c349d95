import { describe, expect, it } from 'vitest'
import { submitApplication } from '../../../functions/certification/applying/submit-application.ts'
import { applicationKeys } from '../../../functions/certification/keys.ts'
import { beijingDay, DAY } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { NOON, refusalOf } from '../../kit.ts'
import { certificationWorld } from '../applications/applying.ts'
import { draftOfEnterprise } from '../papers/of-enterprise.ts'

describe('W7 an organisation that a register was asked about long ago', () => {
  it('is asked about anew before anything of it is certified', async () => {
    const at = certificationWorld()
    const papers = [
      { kind: 'business_licence', day: 'open' },
      { kind: 'authorisation_letter', day: beijingDay(NOON) },
    ] as const
    const of = await draftOfEnterprise(at, papers)
    const { accountId } = of.user
    const checked = (checkedAt: number) =>
      at.table.update(update(applicationKeys.applicant(accountId, of.applicant), { set: { checkedAt } }))
    await checked(at.time.now - 90 * DAY)
    expect(refusalOf(await submitApplication(at, accountId, of.id))).toMatchObject({
      fields: [{ pointer: '/applicant', code: 'applicant_unchecked' }],
    })
    await checked(at.time.now - 90 * DAY + 1)
    expect((await submitApplication(at, accountId, of.id)).ok).toBe(true)
  })
})
