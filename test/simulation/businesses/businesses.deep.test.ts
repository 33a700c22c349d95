import { describe } from 'vitest'
import { areSeen } from '../two/frames.ts'
import { businessMeetings } from './business-meetings.ts'
import { businessMutants } from './business-mutants.ts'
import { tried } from './business-run.ts'
import { clashMeetings } from './clash-meetings.ts'

describe('X5 X6 wrong ways to bind and to warn', () =>
  areSeen([...businessMeetings, ...clashMeetings], tried, businessMutants))
