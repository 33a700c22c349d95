import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFaceCheckRoute } from '../../functions/face/open.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { typeCard } from '../../local/demo/card.ts'
import type { User } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { verifiedUser } from './way.ts'

describe('W8 a confirmation by face, whoever dies and whoever refuses', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: User) => instance.platform.shiming.withSession(token)

  const open = async ({ token }: User) => {
    const { consent } = await instance.platform.shiming.faceTerms.get()
    const body = { consent: { notice: consent.version, agreed: true } }
    return instance.platform.call(openFaceCheckRoute, { body, token })
  }

  /** The worker that the sweep wakes dies so often. */
  const followDies = (times: number): void =>
    instance.engine.faults.add({ target: 'function', fn: 'face-follow', action: 'kill_before', times })

  const opensDying = async (user: User): Promise<string> => {
    const fault = { target: 'function', fn: 'face-open', operation: 'TransactWriteItems', nth: 1 } as const
    instance.engine.faults.add({ ...fault, action: 'kill_after', times: 1 })
    expect((await open(user)).status).toBe(500)
    const [check] = (await mine(user).faceChecks.list().page()).items
    expect(check).toMatchObject({ status: 'opening', page: null })
    return check?.id ?? ''
  }

  it('whoever asked for one dies: the sweep ends it, it counts nowhere, and another begins', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    const id = await opensDying(user)
    await instance.platform.pass('3m')
    expect(await mine(user).faceChecks.get(id)).toMatchObject({ status: 'undetermined', reason: 'vendor_unavailable' })
    expect((await open(user)).status).toBe(201)
  })

  it('so does the worker of the sweep: whoever looks ends it', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    const id = await opensDying(user)
    followDies(4)
    await instance.platform.pass('3m')
    expect(await mine(user).faceChecks.look(id)).toMatchObject({ status: 'undetermined' })
    await instance.platform.pass('30m')
  })

  it('nobody asked what became of one: whoever begins another finds it confirmed, and keeps what it proves', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    // With a card besides, the face raises the level, which is told.
    await instance.platform.pass('61s')
    await typeCard(instance.platform, user, { phone: user.phone })
    await instance.platform.pass('2s')
    const first = await open(user)
    if (!first.ok) throw new Error('not opened')
    await instance.platform.sandbox.face({ url: first.body.page?.url ?? '', deed: 'pass', times: 1 })
    followDies(1000)
    await instance.platform.pass('2h')
    await instance.platform.pass('6m')
    expect(await mine(user).faceChecks.get(first.body.id)).toMatchObject({ status: 'opened' })
    const second = await open(user)
    expect(second.status).toBe(201)
    expect(await mine(user).faceChecks.get(first.body.id)).toMatchObject({ status: 'confirmed' })
    instance.engine.faults.clear()
    await instance.platform.pass('30m')
  })

  it('no vendor begins: it is told when to try again, costs nothing, and stands in nobody’s way', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    for (const target of ['tencent_face', 'alibaba_face'])
      await instance.platform.must(faultsRoute, { body: { target, mode: 'arrears', times: 1 } })
    expect(await open(user)).toMatchObject({ status: 503, problem: { code: 'face_unavailable' } })
    await instance.platform.pass('10m')
    expect((await open(user)).status).toBe(201)
  })
})
