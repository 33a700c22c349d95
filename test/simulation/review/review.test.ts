import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { reviewMeetings } from './review-meetings.ts'
import { reviewMutants } from './review-mutants.ts'
import { met, tried } from './review-run.ts'

describe('P10 M8 a case that people decide, whoever meets and whoever dies', () => {
  holdPlaced(reviewMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 1, second: 40 },
    { first: 2, second: 1 },
  ])
  areSeen(reviewMeetings, tried, reviewMutants)
})
