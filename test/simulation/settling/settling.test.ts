import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { settlingMeetings } from './settling-meetings.ts'
import { settlingMutants } from './settling-mutants.ts'
import { met, tried } from './settling-run.ts'

describe('P16 M7 a difference is settled, whoever meets and whoever dies', () => {
  holdPlaced(settlingMeetings, met, [
    { first: 80, second: 80 },
    { first: 0, second: 80 },
    { first: 4, second: 80 },
    { first: 7, second: 6 },
  ])
  areSeen(settlingMeetings, (meeting, layer) => tried(meeting, layer, 3), settlingMutants)
})
