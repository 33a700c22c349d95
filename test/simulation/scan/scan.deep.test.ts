import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { scanMeetings, tried } from './scan-meetings.ts'

describe('W1 codes that desktops show, wherever two can meet and wherever one can die', () =>
  holdEverywhere(scanMeetings, tried, 8))
