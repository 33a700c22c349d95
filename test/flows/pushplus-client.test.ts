import { PushPlus } from 'all-pusher-api/dist/PushPlus.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { messageToken, signIn, type User } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('P13 an unmodified client of all-pusher-api', () => {
  let instance: Instance
  let verified: User
  beforeAll(async () => {
    instance = await sharedInstance()
    verified = (await verifiedUser(instance, 'fee')).user
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const address = () => `${instance.platform.url}/send`

  /** The library types its address as private and takes it from nowhere else. */
  const clientWith = (token: string): PushPlus => Object.assign(new PushPlus({ token }), { baseURL: address() })

  const inbox = async ({ token }: User) => (await instance.platform.must(inboxRoute, { token })).messages

  it('sends', async () => {
    const client = clientWith(await messageToken(instance.platform, verified))
    const result = await client.send({ title: '标题', message: '**内容**', type: 'markdown' })
    expect(result).toMatchObject({ status: 200, statusText: 'Success' })
    const [sent] = await inbox(verified)
    expect(sent).toMatchObject({ title: '标题', content: '**内容**', template: 'markdown' })
  })

  it('is told that the account is not verified, which the client knows as 205', async () => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const result = await clientWith(await messageToken(instance.platform, user)).send({ message: 'c' })
    expect(result).toMatchObject({
      status: 205,
      extraMessage: { status: 200, data: { code: 905, msg: expect.stringContaining('http') } },
    })
    expect(await inbox(user)).toEqual([])
  })

  it('is told everything else as an error with a code', async () => {
    const result = await clientWith('0'.repeat(32)).send({ message: 'c' })
    expect(result).toMatchObject({ status: 100, extraMessage: { data: { code: 903 } } })
  })

  it('every path form reaches the same place', async () => {
    await instance.platform.pass('1m')
    const token = await messageToken(instance.platform, verified)
    const before = (await inbox(verified)).length
    const paths = ['/send', '/api/send', '/batchSend'].flatMap((call) =>
      ['', '/', `/${token}`, `/${token}/`].map((end) => `${call}${end}`),
    )
    for (const [index, path] of paths.entries()) {
      const form = new URLSearchParams({ token, content: `c${index}` })
      const response = await fetch(`${instance.platform.url}${path}`, { method: 'POST', body: form })
      expect([path, response.status, await response.json()]).toMatchObject([path, 200, { code: 200 }])
      if (index % 4 === 3) await instance.platform.pass('1m')
    }
    expect(await inbox(verified)).toHaveLength(before + paths.length)
  })
})
