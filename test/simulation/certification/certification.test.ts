import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { certificationMeetings } from './certification-meetings.ts'
import { certificationMutants } from './certification-mutants.ts'
import { met, tried } from './certification-run.ts'
import { paperMeetings } from './paper-meetings.ts'
import { paperMutants } from './paper-mutants.ts'

describe('W3 W5 W6 an application for certification, whoever meets and whoever dies', () => {
  holdPlaced(certificationMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 3, second: 40 },
    { first: 5, second: 2 },
  ])
  areSeen(certificationMeetings, tried, certificationMutants)
})

describe('W4 papers that run out, whoever meets and whoever dies', () => {
  holdPlaced(paperMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 3, second: 40 },
    { first: 2, second: 2 },
  ])
  areSeen(paperMeetings, tried, paperMutants)
})
