import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { certificationMeetings } from './certification-meetings.ts'
import { tried } from './certification-run.ts'
import { paperMeetings } from './paper-meetings.ts'

describe('W3 W5 W6 an application for certification, wherever two can meet and wherever one can die', () =>
  holdEverywhere([...certificationMeetings, ...paperMeetings], tried))
