import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShiming, ShimingProblem } from '../../../clients/typescript/src/index.ts'
import { type PlayedApi, playApi } from '../../../local/conform/stage/played-api.ts'
import { newId, newWorld } from '../../../local/conform/stage/world.ts'

const world = newWorld('t')
let api: PlayedApi
let shiming: ReturnType<typeof createShiming>

beforeAll(async () => {
  api = await playApi(world, 0)
  shiming = createShiming({ baseUrl: api.url, apiKey: 'smk_test' })
})
afterAll(() => api.stop())

describe('M10 Shiming as the runner plays it', () => {
  it('says of the gate what the real one says', async () => {
    const ask = async (stance: Parameters<typeof world.newUser>[0]) => {
      const { externalId } = world.newUser(stance)
      return shiming.gate.ask('send_message', { externalId }).catch((error) => error)
    }
    expect(await ask('verified')).toEqual({ allowed: true, level: 1, until: null })
    expect(await ask('banned')).toMatchObject({ allowed: false, code: 'banned', verifyUrl: null })
    expect(await ask('not_verified')).toMatchObject({ legacyCode: 905, verifyUrl: `${api.url}/verify` })
    const trouble = await ask('unheard')
    expect(trouble instanceof ShimingProblem && [trouble.status, trouble.code]).toEqual([401, 'unauthenticated'])
  })

  it('counts for whom it was asked, and asks for a key', async () => {
    const user = world.newUser('verified')
    const unsigned = await fetch(`${api.url}/v1/gate/send_message?externalId=${user.externalId}`)
    expect([unsigned.status, user.asked]).toEqual([401, 0])
    await shiming.gate.ask('send_message', { externalId: user.externalId })
    expect(user.asked).toBe(1)
  })

  it('has the events of a subject, without gaps, and none that somebody pretends', async () => {
    const user = world.newUser('banned')
    const first = world.happens(user, 'verification.verified', {
      verificationId: newId(),
      method: 'carrier_three_element',
    })
    expect(world.pretended(user).sequence).toBe(2)
    const second = world.happens(user, 'account.banned', { by: 'platform' })
    expect([first.sequence, second.sequence]).toEqual([1, 2])
    const read = async (after: number) => {
      const found = await fetch(`${api.url}/v1/events?subject=account.${user.accountId}&after=${after}`, {
        headers: { authorization: 'Bearer any' },
      })
      return ((await found.json()) as { events: unknown }).events
    }
    expect(await read(0)).toEqual([first, second])
    expect(await read(1)).toEqual([second])
  })

  it('notes what it is asked for and does not play', async () => {
    expect((await fetch(`${api.url}/v1/account?externalId=x`)).status).toBe(404)
    expect([...api.unplayed]).toEqual(['GET /v1/account'])
  })
})
