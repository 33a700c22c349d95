import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gateRoute } from '../../functions/gate/ask.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { rechargeRoute } from '../../functions/wallet/recharge.route.ts'
import { messageToken, signIn, type User } from '../../local/demo/user.ts'
import { DAY, nextBeijingDay, rfc3339 } from '../../shared/kernel/time.ts'
import { freshKey } from '../fresh-key.ts'
import { type Instance, startInstance } from './instance.ts'
import { morningFrom } from './morning.ts'

const HEADER = 'shiming-enforcement'

describe('P1 the days before the enforcement date', () => {
  const enforcedFrom = rfc3339(nextBeijingDay(morningFrom(Date.now()) + 6 * DAY))
  let instance: Instance
  let user: User
  let token: string

  beforeAll(async () => {
    instance = await startInstance({ enforceFrom: enforcedFrom })
    user = await signIn(instance.platform, (await instance.person('match')).phone)
    token = await messageToken(instance.platform, user)
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** The header of each answer that the date concerns. */
  const told = async (): Promise<(string | null)[]> => {
    const { platform, platformKey } = instance
    const params = { feature: 'send_message' }
    const query = { externalId: 'never-seen' }
    const body = JSON.stringify({ token, content: `hello ${Math.random()}` })
    const script = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    const answers = [
      await platform.call(gateRoute, { params, token: user.token }),
      await platform.call(gateRoute, { params, query, token: platformKey }),
      await platform.call(sendRoute, { body: { content: body }, token }),
      await platform.call(rechargeRoute, { body: { points: 100 }, headers: freshKey(), token: user.token }),
      await platform.call(rechargeRoute, { body: { points: 1 }, headers: freshKey(), token: user.token }),
      await fetch(`${platform.url}/send`, script),
    ]
    return answers.map(({ headers }) => headers.get(HEADER))
  }

  it('every answer that will be a 905 says so in a header, and the account in words for pages', async () => {
    const due = `"${enforcedFrom}";days=7;notice=7`
    expect(await told()).toEqual([due, due, due, due, due, due])
    const { enforcement } = await instance.platform.must(accountRoute, { token: user.token })
    expect(enforcement).toEqual({ enforcedFrom, inForce: false, daysLeft: 7, notice: 7 })
  })

  it('once it has come, the gate says it and the header is gone', async () => {
    await instance.platform.pass('8d')
    expect(new Set(await told())).toEqual(new Set([null]))
    const { enforcement, gate } = await instance.platform.must(accountRoute, { token: user.token })
    expect(enforcement).toEqual({ enforcedFrom, inForce: true, daysLeft: 0, notice: null })
    expect(gate.send_message).toMatchObject({ allowed: false, legacyCode: 905 })
  })
})
