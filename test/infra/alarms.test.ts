import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { About } from '../../shared/kernel/about.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { named, ofType, type Templates, templatesOf } from './templates.ts'

let sandbox: Templates
beforeAll(async () => {
  sandbox = await templatesOf('sandbox')
})
afterEach(() => vi.restoreAllMocks())

/** The line a function writes. */
const lineOf = (write: () => void): unknown => {
  let written = ''
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written += String(chunk)
      return true
    })
  write()
  vi.restoreAllMocks()
  return JSON.parse(written)
}

const filter = z.object({
  FilterPattern: z.string(),
  MetricTransformations: z.tuple([z.object({ MetricName: z.string(), MetricValue: z.literal('1') })]),
})
const alarm = z.object({ MetricName: z.string(), Threshold: z.literal(1), EvaluationPeriods: z.literal(1) })

/** Whether the alarm of a function rings at one such line, by the filter and the alarm of its template. */
const rings = (fn: string, line: unknown): boolean => {
  const metric = `${named(fn)}-faults`
  const filters = ofType(sandbox, 'AWS::Logs::MetricFilter').map(({ properties }) => z.parse(filter, properties))
  const found = filters.find(({ MetricTransformations: [one] }) => one.MetricName === metric)
  const watched = ofType(sandbox, 'AWS::CloudWatch::Alarm').some(
    ({ properties }) => alarm.safeParse(properties).data?.MetricName === metric,
  )
  const [, member = '', value] = /^\{ \$\.(\w+) = "(\w+)" \}$/.exec(found?.FilterPattern ?? '') ?? []
  return watched && member !== '' && Object(line)[member] === value
}

describe('the alarm of the check', () => {
  const vendor = 'tencent_cloud'

  it('rings at the first refusal by the vendor', () => {
    for (const event of ['identity_vendor_needs_repair', 'identity_vendor_refused'])
      expect(
        rings(
          'verification-check',
          lineOf(() => observer.alarm(event, { vendor, code: 'AuthFailure' })),
        ),
      ).toBe(true)
  })

  it('rings when a secret cannot be read', () => {
    const fault = new About({ secret: 'SECRET_TENCENT_CLOUD' })
    expect(
      rings(
        'verification-check',
        lineOf(() => observer.fault(fault, { kind: 'check', id: 'a.b' })),
      ),
    ).toBe(true)
  })

  it('does not ring when the vendor lets us in again, nor at any other line', () => {
    const lines = [
      () => observer.note('identity_vendor_recovered', { vendor, refusals: 1 }),
      () => observer.job({ kind: 'check', id: 'a.b', ms: 1, outcome: 'vendor_paused' }),
    ]
    for (const line of lines) expect(rings('verification-check', lineOf(line))).toBe(false)
  })
})
