import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFaceCheckRoute } from '../../functions/face/open.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { type Instance, startInstance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W8 a confirmation by face, whatever the vendor answers,', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it.each(['slow', 'html', 'truncated', 'other_person', 'wrong_result_code'])(
    'is not believed in `%s`, and asked for again',
    async (mode) => {
      const { shiming, sandbox, must, pass } = instance.platform
      await pass('70m')
      const { user } = await verifiedUser(instance, 'fee')
      const { consent } = await shiming.faceTerms.get()
      const { faceChecks } = shiming.withSession(user.token)
      const check = await faceChecks.open({ consent: { notice: consent.version, agreed: true } })
      await sandbox.face({ url: check.page?.url ?? '', deed: 'pass', times: 1 })
      await must(faultsRoute, { body: { target: 'tencent_face', mode, times: 1, subject: user.phone } })
      expect(await faceChecks.look(check.id)).toMatchObject({ status: 'opened' })
      await pass('2s')
      expect(await faceChecks.look(check.id)).toMatchObject({ status: 'confirmed' })
    },
  )
})

describe('W8 where faces are not confirmed', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ face: { vendors: [] } })
  })
  afterAll(async () => {
    expect(await instance.end()).toEqual([])
  })

  it('that is said before anybody agrees to anything, and to whoever asks all the same', async () => {
    const terms = await instance.platform.shiming.faceTerms.get()
    expect(terms).toMatchObject({ offered: false })
    const { user } = await verifiedUser(instance, 'fee')
    const body = { consent: { notice: terms.consent.version, agreed: true } }
    expect(await instance.platform.call(openFaceCheckRoute, { body, token: user.token })).toMatchObject({
      status: 409,
      problem: { code: 'face_not_offered' },
    })
  })
})
