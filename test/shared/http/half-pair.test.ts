import { expect, it } from 'vitest'
import { halfPairAt } from '../../../shared/http/half-pair.ts'

it('is found in the deepest body with what the body itself takes, not with the way to every place', () => {
  const deep = 100_000
  const text = `${'['.repeat(deep)}"\\ud800"${']'.repeat(deep)}`
  expect(halfPairAt(Buffer.from(text), JSON.parse(text))).toMatch(/^(?:\/0)+\/…$/)
})
