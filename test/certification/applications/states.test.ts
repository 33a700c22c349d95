import { describe, expect, it } from 'vitest'
import type { Application } from '../../../functions/certification/applications/application.ts'
import {
  type ApplicationEvent,
  type ApplicationStatus,
  applicationStatuses,
  applicationTransitions,
  endedStatuses,
} from '../../../functions/certification/applications/application-states.ts'
import {
  applicationMoved,
  applicationOf,
  applicationOpened,
} from '../../../functions/certification/applications/application-store.ts'
import * as moves from '../../../functions/certification/applications/moves.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { finals, itObeys, type Machine, reachable, trapped } from '../../state-moves.ts'
import { applicationIn, paidBy } from './fixture.ts'

const confirmed = { presence: 'face', heldSince: NOON, hasNumber: true } as const
const terms = { payUntil: NOON + DAY, paidUntil: NOON + DAY, decideMs: 21 * DAY }
const window = { windowMs: 30 * DAY, leastMs: 3 * DAY }

const moved = (read: ApplicationStatus, on: ApplicationEvent, after: (of: Application) => Application) =>
  applicationMoved(applicationIn(read), on, after(applicationIn(read)), NOON)

const machine: Machine<ApplicationStatus, ApplicationEvent> = {
  table: applicationTransitions,
  states: applicationStatuses,
  itemIn: (status) => applicationOpened(applicationIn(status)),
  writes: {
    edited: (read) => moved(read, 'edited', (of) => moves.afterEdit(of, { said: '说明' })),
    abandoned: (read) => moved(read, 'abandoned', (of) => moves.afterExpiry(of, 'abandoned', NOON)),
    submitted: (read) =>
      moved(read, 'submitted', (of) => moves.afterSubmission(of, { feeFen: 3000, confirmUntil: NOON + DAY }, NOON)),
    confirmed: (read) => moved(read, 'confirmed', (of) => moves.afterConfirmation(of, { ...confirmed, terms }, NOON)),
    confirmed_free: (read) =>
      moved(read, 'confirmed_free', (of) =>
        moves.afterConfirmation({ ...of, feeFen: 0 }, { ...confirmed, terms }, NOON),
      ),
    not_confirmed: (read) => moved(read, 'not_confirmed', (of) => moves.afterExpiry(of, 'not_confirmed', NOON)),
    paid: (read) => moved(read, 'paid', (of) => moves.afterPayment(of, paidBy('e'.repeat(32)), NOON)),
    not_paid: (read) => moved(read, 'not_paid', (of) => moves.afterExpiry(of, 'not_paid', NOON)),
    returned: (read) =>
      moved(read, 'returned', (of) => moves.afterReturn(of, { fields: ['certified_name'] }, window, NOON)),
    amended: (read) => moved(read, 'amended', (of) => moves.afterEdit(of, { said: '说明' })),
    corrected: (read) => moved(read, 'corrected', (of) => moves.afterCorrection(of, ['certified_name'], NOON)),
    not_corrected: (read) => moved(read, 'not_corrected', (of) => moves.afterExpiry(of, 'not_corrected', NOON)),
    overdue: (read) => moved(read, 'overdue', (of) => moves.afterDelay(of, NOON)),
    certified: (read) => moved(read, 'certified', (of) => moves.afterCertifying(of, undefined, NOON)),
    refused: (read) => moved(read, 'refused', (of) => moves.afterRefusal(of, 'forged', NOON)),
    appealed: (read) =>
      moved(read, 'appealed', (of) =>
        moves.afterAppeal(of, { caseId: 'f'.repeat(32), materials: [], hasNumber: true }, NOON),
      ),
    reversed: (read) => moved(read, 'reversed', (of) => moves.afterReversal(of, NOON)),
    withdrawn: (read) => moved(read, 'withdrawn', (of) => moves.afterWithdrawal(of, NOON)),
  },
}

describe('W5 states of an application', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(applicationTransitions, 'draft')).toEqual([...applicationStatuses].sort())
    expect(trapped(applicationTransitions, applicationStatuses)).toEqual([])
  })

  it('that are ends are left by nothing but an appeal', () => {
    const ends = endedStatuses.filter((one) => one !== 'refused')
    expect([...finals(applicationTransitions)].sort()).toEqual([...ends].sort())
  })

  it('are kept as they were, with everything that is known of them', async () => {
    const table = memoryTable()
    for (const status of applicationStatuses) {
      const of = applicationIn(status, { said: '说明', vain: [paidBy('f'.repeat(32))] })
      const opened = applicationOpened({ ...of, id: status })
      await table.commit([opened])
      const item = await table.get(opened.key)
      expect(item && applicationOf(item)).toEqual({ ...of, id: status })
    }
  })

  itObeys(machine)
})
