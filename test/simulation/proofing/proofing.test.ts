import { describe } from 'vitest'
import { met, tried } from '../review/review-run.ts'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { proofingMeetings } from './proofing-meetings.ts'
import { proofingMutants } from './proofing-mutants.ts'

describe('P11 a verification that was not me, whoever meets and whoever dies', () => {
  holdPlaced(proofingMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 3, second: 40 },
    { first: 5, second: 2 },
  ])
  areSeen(proofingMeetings, tried, proofingMutants)
})
