import {
  type AskDeps,
  type Asked,
  askRegisters,
  type Claim,
  type Question,
} from '../../../functions/certification/checking/ask-registers.ts'
import type { CompanyCheckResult } from '../../../functions/certification/company/checker.ts'
import { itemsOf } from '../../../functions/consent/permit.ts'
import { breakerKeys, breakersOf } from '../../../functions/verification/check/breaker-store.ts'
import { About } from '../../../shared/kernel/about.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { put } from '../../../shared/table/write.ts'
import { company } from '../../vendors/companies.ts'
import { world } from '../../world.ts'

export const verdict: CompanyCheckResult = {
  ...{ kind: 'verdict', verdict: 'consistent', status: 'operating', billed: 'yes', vendorCode: '1' },
}

const COSTS = { cost: { first: 10_000, second: 10_000 }, dailySpend: { first: 50_000, second: 50_000 } }

/** Two vendors that say what they are told to, in order, and else that all is well; and somebody who asks them. */
export const registers = (company_: Record<string, unknown> = {}) => {
  const at = world({ company: { ...COSTS, ...company_ } })
  const lines: (() => CompanyCheckResult)[] = []
  const calls: { vendor: string; reference: string }[] = []
  const broken = new Set<string>()
  const desks = ['first', 'second'].map((vendor) => ({ name: `company_${vendor}`, vendor }))
  const deps: AskDeps = {
    ...at,
    desks,
    checker: async (vendor) => {
      if (broken.has(vendor)) throw new About({ setting: 'SECRET', wanted: 'an account' })
      return {
        vendor,
        check: async (_asked, { reference }) => {
          calls.push({ vendor, reference })
          return (lines.shift() ?? (() => verdict))()
        },
      }
    },
  }
  /** Claims as they were written, each in the place of the one before. */
  const written: Claim[] = []
  const ask = async (change: Partial<Question> = {}): Promise<Asked> => {
    const breakers = breakersOf(desks, await at.table.getMany(breakerKeys(desks)))
    const check = at.ids.id()
    const given: Question['given'] = {
      ...{
        id: at.ids.id(),
        accountId: 'a',
        purpose: 'company_check' as const,
        items: itemsOf.company_check,
        notice: 'n',
      },
      recipients: desks.map(({ vendor }) => vendor),
    }
    const keep = (claim: Claim) => put({ pk: `CLAIM#${check}`, sk: 'CLAIM' }, { id: claim.id, vendor: claim.vendor })
    return askRegisters(deps, {
      ...{ accountId: 'a', check, asked: company, given, breakers },
      until: at.clock.now() + 60 * SECOND,
      first: async (claim, also) => {
        const committed = await at.table.commit([keep(claim), ...also])
        if (committed.kind === 'committed') written.push(claim)
        return committed
      },
      handedOver: (_before, after) => {
        written.push(after)
        return [keep(after)]
      },
      ...change,
    })
  }
  const disclosures = () =>
    at.table
      .items()
      .filter(({ sk }) => sk.startsWith('DISCLOSURE#'))
      .map(({ recipient, outcome, items }) => ({ recipient, outcome, items }))
  const spent = (vendor: string): number =>
    at.table
      .items()
      .filter(({ pk, sk }) => pk.startsWith(`VENDOR#company_${vendor}#`) && sk.startsWith('SPEND#'))
      .reduce((sum, item) => sum + Number(item.spent ?? 0), 0)
  /** What is booked of calls: at which desk, how much, and of which call. */
  const booked = () =>
    at.table
      .items()
      .filter(({ sk }) => sk.startsWith('COMPANYCHARGE#'))
      .map(({ id, unit, entries }) => ({ id, unit, entries }))
  return { at, booked, lines, calls, broken, written, ask, disclosures, spent }
}
