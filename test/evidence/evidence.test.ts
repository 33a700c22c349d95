import { describe, expect, it } from 'vitest'
import { dueFrom, type Evidence } from '../../functions/evidence/evidence.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const evidence: Evidence = {
  accountId: 'a',
  kind: 'carrier_three_element',
  at: NOON,
  possession: true,
  check: 'v',
}
const [soon, later] = [NOON + DAY, NOON + 2 * DAY]

describe('X3 when evidence is due', () => {
  it.each([
    ['is to be looked at', { lookAt: soon }, soon],
    ['ends', { validUntil: later }, later],
    ['is to be looked at before it ends', { lookAt: soon, validUntil: later }, soon],
    ['ends before it is looked at', { lookAt: later, validUntil: soon }, soon],
    ['neither ends nor is looked at', {}, undefined],
    ['has ended, which was told', { lookAt: soon, validUntil: NOON, ended: 'number_recycled' }, undefined],
  ] as const)('where it %s', (_name, more, due) => {
    expect(dueFrom({ ...evidence, ...more })).toBe(due)
  })
})
