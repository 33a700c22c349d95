import { describe, expect, it } from 'vitest'
import { eachOf } from '../../../shared/kernel/each.ts'

describe('everything, one after the other', () => {
  it('is done, also what stands behind something that failed; then the first failure is thrown', async () => {
    const done: number[] = []
    const all = eachOf([1, 2, 3, 4], async (one) => {
      await Promise.resolve()
      if (one % 2 === 0) throw new Error(`number ${one}`)
      done.push(one)
    })
    await expect(all).rejects.toThrow('number 2')
    expect(done).toEqual([1, 3])
  })
  it('is done where nothing fails', async () => {
    const done: number[] = []
    await eachOf([1, 2], async (one) => void done.push(one))
    expect(done).toEqual([1, 2])
  })
})
