import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { met, scanMeetings, tried } from './scan-meetings.ts'
import { scanMutants } from './scan-mutants.ts'

describe('W1 codes that desktops show, whoever meets and whoever dies', () => {
  holdPlaced(scanMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 1, second: 40 },
    { first: 1, second: 1 },
  ])
  areSeen(scanMeetings, tried, scanMutants)
})
