import { describe } from 'vitest'
import { journeys } from '../../local/demo/journeys.ts'
import { allEndAsExpected } from './travelling.ts'

describe('P4 P5 P7 P16 every offer with every outcome, over HTTP', () => {
  allEndAsExpected(journeys.filter(({ method }) => method === undefined))
})
