import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { cardMeetings, met, tried } from './cards-meetings.ts'
import { cardsMutants } from './cards-mutants.ts'

describe('X2 P6 cards and the checks that the platform pays for, whoever meets and whoever dies', () => {
  holdPlaced(cardMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 2, second: 40 },
    { first: 3, second: 2 },
  ])
  areSeen(cardMeetings, tried, cardsMutants)
})
