import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { settlingMeetings } from './settling-meetings.ts'
import { tried } from './settling-run.ts'

describe('P16 M7 a difference is settled, wherever two can meet and wherever one can die', () =>
  holdEverywhere(settlingMeetings, tried, 20))
