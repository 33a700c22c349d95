import { describe } from 'vitest'
import { tried } from '../review/review-run.ts'
import { holdEverywhere } from '../two/frames.ts'
import { proofingMeetings } from './proofing-meetings.ts'

describe('P11 a verification that was not me, wherever two can meet and wherever one can die', () =>
  holdEverywhere(proofingMeetings, tried))
