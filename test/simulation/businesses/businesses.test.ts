import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { businessMeetings } from './business-meetings.ts'
import { tried } from './business-run.ts'
import { clashMeetings } from './clash-meetings.ts'

describe('X5 X6 bindings and warnings, wherever two can meet and wherever one can die', () =>
  holdEverywhere([...businessMeetings, ...clashMeetings], tried))
