import { describe, expect, it } from 'vitest'
import { trying, whole } from './surviving.ts'

const { survives } = trying()

describe('P5 P6 P7 P16 one journey with one mishap', () => {
  it('at every single effect, also those where a crash can make no difference', async () => {
    expect(await survives(whole(), 1, 'every')).toBeGreaterThan(40)
  })
})
