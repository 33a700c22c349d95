import { describe, expect, it } from 'vitest'
import { meetingsOfBans } from '../bans/meetings-of-bans.ts'
import { meetingsOfBills } from '../books/meetings-of-bills.ts'
import { meetingsOfProposals } from '../clerks/meetings-of-proposals.ts'
import { meetingsOfComplaints } from '../complaints/meetings-of-complaints.ts'
import { meetingsOfEndings } from '../orders/meetings-of-endings.ts'
import { meetingsOfPayers } from '../orders/meetings-of-payers.ts'
import { meetingsOfPayments } from '../orders/meetings-of-payments.ts'
import { meetingsOfShopping } from '../orders/meetings-of-shopping.ts'
import { meetingsOfWork } from '../orders/meetings-of-work.ts'
import { meetingsOfVersions } from '../persons/meetings-of-versions.ts'
import { scenarios } from '../scenarios.ts'
import { meetingsOfVendor } from '../vendor/meetings-of-vendor.ts'
import { everyMeeting } from './interleaving.ts'
import { lostByPruning } from './pruning.ts'
import { trying, whole } from './surviving.ts'

const { judged, runs, survives } = trying()

describe('P5 P6 P7 P12 P16 with none or one crash, or one broken call', () => {
  it.each(scenarios)('$name', async (scenario) => {
    expect(await survives(scenario, 1, 'distinct')).toBeGreaterThan(10)
  })
})

/** Pairs of mishaps are tried here of the journey everything is in; of all the others by `npm run simulate -- --crashes`. */
describe('P5 P6 P7 P16 with two crashes', () => {
  it('the whole journey', async () => {
    expect(await survives(whole(), 2, 'distinct')).toBeGreaterThan(350)
  })
})

describe('crashes that are left out', () => {
  it('lead nowhere that others do not', async () => {
    expect(await lostByPruning(whole())).toEqual([])
  })
})

/** Meetings around a bill have hundreds of ways of taking turns: here two of them, the others by `--crashes` as well. */
const MEETINGS = [
  ...meetingsOfPayments,
  ...meetingsOfWork,
  ...meetingsOfVendor,
  ...meetingsOfVersions,
  ...meetingsOfBans,
  ...meetingsOfPayers,
  ...meetingsOfEndings,
  ...meetingsOfShopping,
  ...meetingsOfProposals,
  ...meetingsOfComplaints,
  ...meetingsOfBills.slice(0, 2),
]

describe('P6 P7 P12 P16 where two operations meet', () => {
  it.each(MEETINGS)('$name', async (meeting) => {
    const before = runs()
    for await (const { order, run } of everyMeeting(meeting)) {
      judged(run.world, run.violations, `${meeting.name}: ${JSON.stringify(order)}`)
    }
    expect(runs() - before).toBeGreaterThan(5)
  })
})
