import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { reviewMeetings } from './review-meetings.ts'
import { tried } from './review-run.ts'

describe('P10 M8 a case that people decide, wherever two can meet and wherever one can die', () =>
  holdEverywhere(reviewMeetings, tried))
