import { describe, expect, it } from 'vitest'
import {
  type ReviewCase,
  type ReviewEvent,
  type ReviewStatus,
  reviewStatuses,
  reviewTransitions,
} from '../../functions/review/case/case.ts'
import { caseMoved, caseOpened } from '../../functions/review/case/case-store.ts'
import * as moves from '../../functions/review/case/moves.ts'
import { newCase } from '../../functions/review/case/new-case.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import type { Write } from '../../shared/table/write.ts'
import { NOON } from '../kit.ts'
import { itObeys, type Machine, reachable, trapped } from '../state-moves.ts'
import { ACCOUNT } from './fixture.ts'
import { photosKind } from './kinds.ts'

const lin = { kind: 'operator', id: 'lin' } as const
const wang = { kind: 'operator', id: 'wang' } as const
const asked = { at: NOON, by: lin, what: ['clearer'], until: NOON + HOUR }
const judged = { verdict: 'refused', reason: 'blurred', checked: [], by: lin, at: NOON } as const

const caseIn = (status: ReviewStatus): ReviewCase => ({
  ...newCase({ id: 'e'.repeat(32), accountId: ACCOUNT, subject: 'x', language: 'zh' }, photosKind, NOON),
  status,
  asked: [asked],
  waitUntil: asked.until,
  first: judged,
})

const moved = (read: ReviewStatus, on: ReviewEvent, after: (of: ReviewCase) => ReviewCase): Write =>
  caseMoved(caseIn(read), on, after(caseIn(read)), [])

const cases: Machine<ReviewStatus, ReviewEvent> = {
  table: reviewTransitions,
  states: reviewStatuses,
  itemIn: (status) => caseOpened(caseIn(status))[0],
  writes: {
    claimed: (read) => moved(read, 'claimed', (of) => moves.afterClaim(of, { by: 'lin', until: NOON + 1 })),
    asked: (read) => moved(read, 'asked', (of) => moves.afterAsking(of, asked)),
    answered: (read) => moved(read, 'answered', (of) => moves.afterAnswer(of, { at: NOON, materials: [] }, HOUR)),
    decided: (read) => moved(read, 'decided', (of) => moves.afterDecision(of, judged)),
    proposed: (read) => moved(read, 'proposed', (of) => moves.afterFirst(of, judged)),
    agreed: (read) => moved(read, 'agreed', (of) => moves.afterAgreeing(of, judged, wang, NOON)),
    disagreed: (read) => moved(read, 'disagreed', (of) => moves.afterDisagreeing(of, wang, NOON)),
    unanswered: (read) => moved(read, 'unanswered', moves.afterSilence),
    withdrawn: (read) => moved(read, 'withdrawn', (of) => moves.afterWithdrawal(of, NOON)),
    rung: (read) => moved(read, 'rung', (of) => moves.afterRinging(of, ['late@1'])),
    appealed: (read) => moved(read, 'appealed', (of) => moves.afterAppeal(of, 'f'.repeat(32))),
  },
}

describe('M8 states of a case that people decide', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(reviewTransitions, 'open')).toEqual([...reviewStatuses].sort())
    expect(trapped(reviewTransitions, reviewStatuses)).toEqual([])
  })
  itObeys(cases)
})
