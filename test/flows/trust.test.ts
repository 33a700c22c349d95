import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressTermsRoute, sayOccupationRoute, submitAddressRoute } from '../../functions/profile/further.route.ts'
import { claimReviewRoute } from '../../functions/review/operator.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('X3 the trust score, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('proof of an address goes before people once, and an occupation is said; the gate asks for neither', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const { token } = user
    const { consent } = await platform.must(addressTermsRoute, {})
    const { id: picture } = await uploadPicture(platform, user, 'address_proof', drawnPage(1))
    const body = { picture, consent: { notice: consent.version, agreed: true } } as const
    const { review } = await platform.must(submitAddressRoute, { token, body })
    expect(await platform.call(submitAddressRoute, { token, body })).toMatchObject({ status: 409 })
    const reviewer = await operatorAt(instance, 'address-reviewer', 'reviewer')
    const claimed = await platform.must(claimReviewRoute, { token: reviewer.token, params: { id: review } })
    expect(claimed).toMatchObject({ id: review, kind: 'address_proof' })
    const said = await platform.must(sayOccupationRoute, { token, body: { occupation: 'clerk' } })
    expect(said).toEqual({ occupation: 'clerk' })
    const { trust } = await platform.shiming.withSession(token).account.level()
    expect(trust).toMatchObject({ score: 20 })
  })
})
