import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { meet } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import { tellingMeetings } from './telling-meetings.ts'
import { tellingMutants } from './telling-mutants.ts'
import { tellingRules } from './telling-rules.ts'

describe('M2 events that are told, whoever meets and whoever dies', () => {
  holdPlaced(tellingMeetings, (meeting, placement) => meet(tellingRules, meeting, placement), [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 1, second: 40 },
    { first: 2, second: 1 },
  ])
  areSeen(tellingMeetings, (meeting, layer) => triedBy(tellingRules, meeting, layer), tellingMutants)
})
