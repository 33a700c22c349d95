import { PushPlus } from 'all-pusher-api/dist/PushPlus.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { messagesOf, person, type World, world } from '../fixture.ts'
import { gateway } from './gateway.ts'

describe('P13 an unmodified client of all-pusher-api', () => {
  let at: World
  let server: Awaited<ReturnType<typeof gateway>>
  beforeEach(async () => {
    at = world()
    server = await gateway(at)
  })
  afterEach(() => server.close())

  /** The library types its address as private and takes it from nowhere else. */
  const clientWith = (token: string): PushPlus => Object.assign(new PushPlus({ token }), { baseURL: server.url })

  it('sends', async () => {
    const by = await person(at)
    const result = await clientWith(by.token).send({ title: '标题', message: '**内容**', type: 'markdown' })
    expect(result).toMatchObject({ status: 200, statusText: 'Success' })
    expect(messagesOf(at, by)).toMatchObject([{ title: '标题', content: '**内容**', template: 'markdown' }])
  })

  it('is told that the account is not verified, which the client knows as 205', async () => {
    const by = await person(at, { verified: false })
    const result = await clientWith(by.token).send({ message: 'c' })
    expect(result).toMatchObject({ status: 205, extraMessage: { status: 200, data: { code: 905, data: null } } })
    expect(messagesOf(at, by)).toEqual([])
  })

  it('is told everything else as an error with a code', async () => {
    const result = await clientWith('0'.repeat(32)).send({ message: 'c' })
    expect(result).toMatchObject({ status: 100, extraMessage: { data: { code: 903 } } })
  })

  it('every path form reaches the same place', async () => {
    const by = await person(at)
    for (const [index, path] of ['', '/', `/${by.token}`, `/${by.token}/`].entries()) {
      const form = new URLSearchParams({ token: by.token, content: `c${index}` })
      const response = await fetch(`${server.url}${path}`, { method: 'POST', body: form })
      expect([response.status, await response.json()]).toMatchObject([200, { code: 200 }])
    }
    expect(messagesOf(at, by)).toHaveLength(4)
    expect(server.faults).toEqual([])
  })
})
