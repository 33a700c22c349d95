import { describe, expect, it } from 'vitest'
import { ring } from '../../../functions/bookkeeping/reconciliation/ring.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

describe('P16 a bill that is not to be had', () => {
  it('rings at the first look, and a day after it rang, whatever else rings', () => {
    const rung: [number, string][] = []
    let now = NOON
    const deps = { clock: { now: () => now }, alarm: (event: string) => void rung.push([now - NOON, event]) }
    const run = { channel: 'alipay', day: '20261119', rung: {} }
    const look = (at: number, event: string): void => {
      now = NOON + at
      ring(deps, run, event, { reason: 'damaged' })
    }
    for (const at of [0, 1, DAY - 1, DAY, DAY + 1, 2 * DAY - 1, 2 * DAY]) look(at, 'bill_late')
    look(DAY - 1, 'bill_damaged')
    expect(rung).toEqual([
      [0, 'bill_late'],
      [DAY, 'bill_late'],
      [2 * DAY, 'bill_late'],
      [DAY - 1, 'bill_damaged'],
    ])
  })
})
