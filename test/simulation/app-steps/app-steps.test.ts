import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { stepMeetings } from './step-meetings.ts'
import { stepMutants } from './step-mutants.ts'
import { met, tried } from './step-run.ts'

describe('W8 a change of an app, whoever meets and whoever dies', () => {
  holdPlaced(stepMeetings, met, [
    { first: 60, second: 60 },
    { first: 0, second: 60 },
    { first: 3, second: 60 },
    { first: 6, second: 2 },
  ])
  areSeen(stepMeetings, tried, stepMutants)
})
