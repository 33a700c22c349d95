import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fenGoingBack } from '../../functions/payment/refunds/refund.ts'
import { problems } from '../../functions/problems.ts'
import { settingsOf } from '../../functions/settings.ts'
import { journeys } from '../../local/demo/journeys.ts'
import type { Problem } from '../../shared/kernel/problems.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

describe('the README says what the code does', () => {
  it('P7 what goes back', () => {
    const { feeFen, membershipFen } = settingsOf('production', undefined).prices
    const row = (offer: 'fee' | 'membership', amountFen: number) => {
      const ends = ['match', 'mismatch', 'no_record', 'undetermined'] as const
      return `| ${offer} | ${ends.map((end) => fenGoingBack(offer, end, amountFen, feeFen)).join(' | ')} |`
    }
    expect(readme).toContain(row('fee', feeFen))
    expect(readme).toContain(row('membership', membershipFen))
  })

  it('M1 what any route may refuse with', () => {
    for (const code of ['contended', 'busy', 'internal'] as const)
      expect(readme).toContain(`| ${problems[code].status} \`${code}\` |`)
    const legacy: Problem = problems.contended
    expect(readme).toContain(`${legacy.legacyCode} in place of \`contended\``)
  })

  it('which folders there are, each once', () => {
    const shown = Array.from(readme.matchAll(/^\| functions\/(\w+) \|/gm), ([, name]) => name)
    const folders = readdirSync(join(import.meta.dirname, '../../functions'), { withFileTypes: true })
    expect(shown.toSorted()).toEqual(folders.filter((one) => one.isDirectory()).map(({ name }) => name))
  })

  it('how the journeys of the demo end', () => {
    const rows = journeys.map(({ name, expected: { status, paidFen, refundedFen, send, mostCalls } }) =>
      [name, status, paidFen, refundedFen, send, mostCalls].join(' | '),
    )
    const [, told = ''] = readme.split('| vendor calls |\n')
    const shown = Array.from(told.split('\n\n')[0]?.matchAll(/^\| ([^-].*) \|$/gm) ?? [], ([, row]) => row)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((row) => !rows.some((one) => one === row))).toEqual([])
  })
})
