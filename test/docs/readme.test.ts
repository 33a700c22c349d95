import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { orderTransitions } from '../../functions/payment/orders/order.ts'
import { fenGoingBack, refundTransitions } from '../../functions/payment/refunds/refund.ts'
import { settingsOf } from '../../functions/settings.ts'
import { checkTransitions, verificationTransitions } from '../../functions/verification/verification.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

describe('the README says what the code does', () => {
  it.each([
    { name: 'verification', table: verificationTransitions },
    { name: 'check', table: checkTransitions },
    { name: 'order', table: orderTransitions },
    { name: 'refund', table: refundTransitions },
  ])('M1 every transition of $name', ({ name, table }) => {
    const rows = table.map(({ from, to, when }) => `| ${from.join(', ')} | ${to} | ${when} |`)
    const section = `**${name}**\n\n| from | to | when |\n|---|---|---|\n${rows.join('\n')}\n`
    expect(readme).toContain(section)
  })

  it('P7 what goes back', () => {
    const { feeFen, membershipFen } = settingsOf('production', undefined).prices
    const row = (offer: 'fee' | 'membership', amountFen: number) => {
      const ends = ['match', 'mismatch', 'no_record', 'undetermined'] as const
      return `| ${offer} | ${ends.map((end) => fenGoingBack(offer, end, amountFen, feeFen)).join(' | ')} |`
    }
    expect(readme).toContain(row('fee', feeFen))
    expect(readme).toContain(row('membership', membershipFen))
  })

  it('every command it names exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    for (const [, name] of readme.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name)
  })
})
