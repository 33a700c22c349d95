import { describe, expect, it } from 'vitest'
import type { CertificationSettings } from '../../../functions/certification/settings.ts'
import type { FaceVendorName } from '../../../functions/face/settings.ts'
import { countedIn, readVendors } from '../../../functions/overview/vendors/read-vendors.ts'
import { showVendors } from '../../../functions/overview/vendors/vendor-view.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { valueIn } from '../../kit.ts'
import { bought, job, type World, world } from '../../world.ts'

const turnedAway: CheckResult = { kind: 'not_executed', vendorCode: 'AuthFailure.SignatureExpire', needsRepair: true }

const companies: CertificationSettings['company'] = {
  ...{ vendors: [], licenceReader: 'none', readingsPerDay: 1, accountProver: 'none' },
  ...{ accountProofMs: 1, accountProofsPerDay: 1, companyAccountProofsPerDay: 1 },
  ...{ cost: { tencent_cloud: 10_000 }, dailySpend: { tencent_cloud: 4_000_000 } },
  ...{ transferCost: { sandbox: 10_000 }, transferDailySpend: { sandbox: 500_000 } },
  ...{ readingCost: { tencent_cloud: 1500 }, readingDailySpend: { tencent_cloud: 1_000_000 } },
}

const seen = async (at: World, faceVendors: FaceVendorName[] = [], company = companies) => {
  const face = { vendors: faceVendors, cost: { tencent_cloud: 10_000 }, dailySpend: { tencent_cloud: 5_000_000 } }
  const counted = countedIn({ ...at.settings, face, company }, at.vendors)
  return showVendors(valueIn(await readVendors({ ...at, counted }))).vendors
}

describe('M8 what an operator sees of the identity vendor', () => {
  it('is that it lets us in, where it never refused us', async () => {
    expect(await seen(world())).toEqual([
      {
        vendor: 'scripted',
        status: 'closed',
        refusals: 0,
        refusedSince: null,
        code: null,
        until: null,
        ordersAt: null,
        spentToday: null,
        dailySpend: null,
      },
    ])
  })

  it('is what its calls have come to today, of what they may', async () => {
    const at = world({ vendorCost: { scripted: 3000 }, identity: { dailySpend: { scripted: 1_000_000 } } })
    const { checkId } = await bought(at)
    await runCheck(at, job(checkId))
    expect(await seen(at)).toMatchObject([{ spentToday: 3000, dailySpend: 1_000_000 }])
  })

  it('is the same of those that confirm faces, under a name that says so', async () => {
    const [, face, other] = await seen(world(), ['tencent_cloud', 'alibaba_cloud'])
    expect(face).toMatchObject({
      vendor: 'face_tencent_cloud',
      status: 'closed',
      spentToday: 0,
      dailySpend: 5_000_000,
    })
    expect(other).toMatchObject({ vendor: 'face_alibaba_cloud', dailySpend: null })
  })

  it('is the same of those that look companies up, read licences and transfer to accounts', async () => {
    const vendors: CertificationSettings['company']['vendors'] = ['tencent_cloud']
    const all = { ...companies, vendors, licenceReader: 'tencent', accountProver: 'sandbox' } as const
    const [, company, licence, transfer, ...none] = await seen(world(), [], all)
    expect([company, licence, transfer, none]).toMatchObject([
      { vendor: 'company_tencent_cloud', status: 'closed', spentToday: 0, dailySpend: 4_000_000 },
      { vendor: 'licence_tencent_cloud', status: 'closed', spentToday: 0, dailySpend: 1_000_000 },
      { vendor: 'transfer_sandbox', status: 'closed', spentToday: 0, dailySpend: 500_000 },
      [],
    ])
  })

  it('is with which code it refuses us, since when, and when it is tried again; and what it said last, once it is well', async () => {
    const at = world()
    const { checkId } = await bought(at)
    at.bureau.script.push(() => turnedAway)
    await runCheck(at, job(checkId))
    const refusal = {
      vendor: 'scripted',
      refusedSince: '2026-11-20T04:30:00.000Z',
      code: 'AuthFailure.SignatureExpire',
      spentToday: null,
      dailySpend: null,
    }
    expect(await seen(at)).toEqual([
      {
        ...refusal,
        status: 'open',
        refusals: 1,
        until: '2026-11-20T04:35:00.000Z',
        ordersAt: '2026-11-20T04:37:00.000Z',
      },
    ])
    at.time.now += 5 * MINUTE
    await runCheck(at, job(checkId))
    expect(await seen(at)).toEqual([{ ...refusal, status: 'closed', refusals: 0, until: null, ordersAt: null }])
  })
})
