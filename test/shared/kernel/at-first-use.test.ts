import { describe, expect, it } from 'vitest'
import { atFirstUse } from '../../../shared/kernel/at-first-use.ts'

describe('what is opened at its first use', () => {
  it('is opened once, also for those who come at the same moment, and not before anybody comes', async () => {
    let times = 0
    const opened = atFirstUse(async () => {
      times += 1
      return { nth: times }
    })
    expect(times).toBe(0)
    const [one, other] = await Promise.all([opened(), opened()])
    expect(one).toBe(other)
    expect(await opened()).toBe(one)
    expect(times).toBe(1)
  })

  it('is opened again by whoever comes after it failed, and fails for all who waited', async () => {
    let times = 0
    const opened = atFirstUse(async () => {
      times += 1
      if (times === 1) throw new Error('not there yet')
      return times
    })
    const first = await Promise.allSettled([opened(), opened()])
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await Promise.all([opened(), opened()])).toEqual([2, 2])
  })
})
