import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Begun, begin, type Ended, ending, isOver, type Journey } from '../../local/demo/journeys.ts'
import { scan } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { dueTimes, settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'

/** All journeys travel at once, so that they share the waits: the clock is the instance's. */
const travelTogether = async (instance: Instance, all: readonly Journey[]): Promise<Map<Journey, Ended>> => {
  const stage = { platform: instance.platform, step: () => {} }
  const begun = new Map<Journey, Begun>()
  for (const journey of all) begun.set(journey, await begin(stage, journey, await instance.person(journey.outcome)))
  const pay = (late: boolean) =>
    Promise.all(
      [...begun].map(([journey, { codeUrl }]) =>
        Boolean(journey.waits) === late ? scan(instance.platform, codeUrl, journey.faults) : undefined,
      ),
    )
  await pay(false)
  await settle(instance.engine)
  await instance.platform.pass('31m')
  await pay(true)
  await settle(instance.engine)

  const ended = new Map<Journey, Ended>()
  for (const [journey, way] of begun) {
    expect(way.sentBefore).toBe(905)
    expect(await isOver(stage, way), journey.name).toBe(true)
    ended.set(journey, await ending(stage, journey, way))
  }
  return ended
}

/** Tests that each of these journeys ends as it must, and that nothing is left to do. To be called within a `describe`. */
export const allEndAsExpected = (journeys: readonly Journey[]): void => {
  let instance: Instance
  let ended: Map<Journey, Ended>

  beforeAll(async () => {
    instance = await sharedInstance()
    ended = await travelTogether(instance, journeys)
  })

  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it.each(journeys.map((journey) => ({ name: journey.name, journey })))('$name', ({ journey }) => {
    const { mostCalls, ...expected } = journey.expected
    const { calls, mostCalls: _same, ...found } = ended.get(journey) ?? { calls: Number.NaN, mostCalls }
    expect(found).toEqual(expected)
    expect(calls).toBeLessThanOrEqual(mostCalls)
  })

  it('nothing is left to do', async () => {
    expect(await dueTimes(instance.engine)).toEqual([])
  })
}
