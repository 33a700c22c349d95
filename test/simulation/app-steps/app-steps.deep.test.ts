import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { stepMeetings } from './step-meetings.ts'
import { tried } from './step-run.ts'

describe('W8 a change of an app, wherever two can meet and wherever one can die', () =>
  holdEverywhere(stepMeetings, tried))
