import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { documentMeetings, tried } from './documents-meetings.ts'

describe('X1 P6 identity cards, their photos and their checks, wherever two can meet and wherever one can die', () =>
  holdEverywhere(documentMeetings, tried))
