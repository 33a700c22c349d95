import { describe } from 'vitest'
import { areSeen, holdPlaced } from '../two/frames.ts'
import { certificateMeetings } from './certificate-meetings.ts'
import { certificateMutants } from './certificate-mutants.ts'
import { met, tried } from './certificate-run.ts'

describe('W7 a certificate, whoever meets and whoever dies: page, badge, gate and events say the same at any clock', () => {
  holdPlaced(certificateMeetings, met, [
    { first: 40, second: 40 },
    { first: 0, second: 40 },
    { first: 3, second: 40 },
    { first: 5, second: 2 },
  ])
  areSeen(certificateMeetings, tried, certificateMutants)
})
