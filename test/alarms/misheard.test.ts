import { describe, expect, it } from 'vitest'
import type { Heard } from '../../local/alarms/heard.ts'
import { faultOf } from './misheard.ts'

const own = 'payment-paymentrefundRung12345678'
const rate = 'payment-paymentrefundFaults12345678'
const heard = (message: string, level: string, more: Partial<Heard> = {}): Heard => ({
  ...{ fn: 'payment-refund', message, level, line: {}, rings: [], counts: [], metrics: [] },
  ...more,
})
const alarm = { line: { alarm: true } }

describe('a line is heard as it must be', () => {
  it.each([
    heard('refund_overdue', 'ERROR', { rings: [own] }),
    heard('identity_vendor_recovered', 'WARN'),
    heard('fault', 'ERROR', { counts: [rate] }),
    heard('fault', 'ERROR', { ...alarm, rings: [own] }),
    heard('Invoke Error', 'ERROR', { counts: [rate] }),
    heard('contended', 'WARN'),
    heard('job', 'INFO'),
  ])('$message of level $level', (line) => {
    expect(faultOf(line)).toBeUndefined()
  })

  it.each([
    ['rings nowhere', heard('refund_overdue', 'WARN')],
    ['rings elsewhere', heard('refund_overdue', 'ERROR', { rings: ['payment-paymentorderRung1'] })],
    ['rings elsewhere', heard('refund_overdue', 'ERROR', { rings: [own, 'payment-paymentorderRung1'] })],
    ['counts, and must not', heard('refund_overdue', 'ERROR', { rings: [own], counts: [rate] })],
    ['rings, and must not', heard('identity_vendor_recovered', 'ERROR', { rings: [own] })],
    ['counts nowhere', heard('fault', 'ERROR')],
    ['rings nowhere', heard('fault', 'ERROR', { ...alarm, counts: [rate] })],
    ['counts, and must not', heard('contended', 'WARN', { counts: [rate] })],
    ['is on no list', heard('refund_forgotten', 'WARN')],
    ['rings, and must not', heard('job', 'INFO', { rings: [own] })],
  ])('and not where it %s: $1.message', (fault, line) => {
    expect(faultOf(line)).toBe(fault)
  })
})
