import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { triedBy } from '../two/tries.ts'
import { tellingMeetings } from './telling-meetings.ts'
import { tellingRules } from './telling-rules.ts'

describe('M2 events that are told, wherever two can meet and wherever one can die', () =>
  holdEverywhere(tellingMeetings, (meeting) => triedBy(tellingRules, meeting)))
