import { describe, expect, it } from 'vitest'
import { nearest } from '../../../shared/command/nearest.ts'

const known = ['sms.tries', 'sms.perDay', 'checks.perDay', 'enforceFrom', 'port']

describe('the name somebody meant', () => {
  it.each([
    ['sms.tires', 'sms.tries'],
    ['sms.trys', 'sms.tries'],
    ['sms.TRIES', 'sms.tries'],
    ['tries', 'sms.tries'],
    ['check.perDay', 'checks.perDay'],
    ['enforcefrom', 'enforceFrom'],
    ['prot', 'port'],
    ['pots', undefined],
    ['', undefined],
    ['x', undefined],
    ['moon', undefined],
    ['sms.tries'.repeat(20), undefined],
  ])('%s: %s', (typed, meant) => {
    expect(nearest(typed, known)).toBe(meant)
  })
})
