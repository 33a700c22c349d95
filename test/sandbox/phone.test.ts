import { describe, expect, it } from 'vitest'
import { faultModes } from '../../functions/sandbox/faults.ts'
import { papers } from '../../functions/sandbox/papers.ts'
import { people } from '../../functions/sandbox/people.ts'
import { faults, faultTexts } from '../../web/sandbox/faults.ts'
import { outcomes, outcomeTexts } from '../../web/sandbox/outcomes.ts'

describe('what the phone beside the pages knows of the sandbox', () => {
  it('are faults it has', () => {
    for (const { target, mode } of faults) expect(Object.keys(faultModes[target]), target).toContain(mode)
    expect(Object.keys(faultTexts.zh)).toEqual(faults.map(({ name }) => name))
  })

  it('are all outcomes of its people, each with what comes of it', () => {
    expect([...outcomes]).toEqual([...new Set([...people, ...papers].map(({ outcome }) => outcome))])
    for (const outcome of outcomes) expect(outcomeTexts.en[`${outcome}More`]).toMatch(/\w/)
  })
})
