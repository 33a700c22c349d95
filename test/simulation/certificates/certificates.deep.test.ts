import { describe } from 'vitest'
import { holdEverywhere } from '../two/frames.ts'
import { certificateMeetings } from './certificate-meetings.ts'
import { tried } from './certificate-run.ts'

describe('W7 a certificate, wherever two can meet and wherever one can die', () =>
  holdEverywhere(certificateMeetings, tried))
