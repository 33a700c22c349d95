import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { documentMeetings, met, tried } from './documents-meetings.ts'
import { documentsMutants } from './documents-mutants.ts'

describe('X1 P6 identity cards, their photos and their checks, whoever meets and whoever dies', () => {
  holdPlaced(documentMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 2, second: 40 },
    { first: 3, second: 2 },
    { first: 9, second: 40 },
  ])
  areSeen(documentMeetings, tried, documentsMutants)
})
