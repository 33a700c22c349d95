import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { cardMeetings, tried } from './cards-meetings.ts'

describe('X2 P6 cards and the checks that the platform pays for, wherever two can meet and wherever one can die', () =>
  holdEverywhere(cardMeetings, tried))
