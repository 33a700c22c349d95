import { describe } from 'vitest'
import { met, tried } from '../review/review-run.ts'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { papersMeetings } from './papers-meetings.ts'
import { papersMutants } from './papers-mutants.ts'

describe('P10 papers that people look at, whoever meets and whoever dies', () => {
  holdPlaced(papersMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 3, second: 40 },
    { first: 5, second: 2 },
  ])
  areSeen(papersMeetings, tried, papersMutants)
})
