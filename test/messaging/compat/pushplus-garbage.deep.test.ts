import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { pushplusSend } from '../../../functions/messaging/compat/send-pushplus.ts'
import { type Person, person, sending, type World, world } from '../fixture.ts'
import { CODES, garbage } from './garbage.ts'

const at: World = world(sending({ perDay: 10_000, perMinute: 10_000, sameContentPerHour: 10_000 }))
let people: Person[] = []
beforeAll(async () => {
  people = [await person(at), await person(at, { verified: false }), await person(at, { bannedAt: 1 })]
})

const call = garbage(() => people.map(({ token }) => token))

describe('P13 whatever comes to /send', () => {
  it('gets a code of the table, a text, and a string only on success', async () => {
    const seen = new Map<number, number>()
    const fault = (error: unknown) => {
      throw error
    }
    await fc.assert(
      fc.asyncProperty(call, async (request) => {
        const answer = await pushplusSend({ ...at, fault }, request)
        expect(CODES).toContain(answer.code)
        expect(answer.msg).not.toBe('')
        expect(answer.data).toEqual(answer.code === 200 ? expect.stringMatching(/^[0-9a-f]{32}$/) : undefined)
        expect(Object.keys(answer)).toEqual(answer.code === 200 ? ['code', 'msg', 'data'] : ['code', 'msg'])
        seen.set(answer.code, (seen.get(answer.code) ?? 0) + 1)
      }),
      { numRuns: 800 },
    )
    for (const code of [200, 900, 903, 905, 999]) expect(seen.get(code) ?? 0).toBeGreaterThan(0)
  })
})
