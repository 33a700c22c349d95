import { describe } from 'vitest'
import { tried } from '../review/review-run.ts'
import { holdEverywhere } from '../two/frames.ts'
import { papersMeetings } from './papers-meetings.ts'

describe('P10 papers that people look at, wherever two can meet and wherever one can die', () =>
  holdEverywhere(papersMeetings, tried))
