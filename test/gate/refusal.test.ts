import { describe, expect, it } from 'vitest'
import { features, gateReasons } from '../../functions/gate/gate.ts'
import { refusals } from '../../functions/gate/refusal.ts'
import { functions, purposeOf } from '../../infra/functions.ts'
import { filesLike, textOf } from '../docs/repository.ts'

/** Entries that hand on what counts a refusal. */
const counting = filesLike('functions/**/*.handler.ts')
  .filter(
    (file) => /\bcount(?:,|: observer\.count)|\bcount \}/.test(textOf(file)) && !textOf(file).includes('scheduled('),
  )
  .map((file) => file.replace(/^functions\/(.+)\.handler\.ts$/, '$1').replaceAll('/', '-'))

describe('M8 refusals of the gate', () => {
  it('are counted from the log of every function that asks it, and of no other', () => {
    const gated = Object.keys(functions).filter((name) => purposeOf(name).gated)
    expect(counting.sort()).toEqual(gated.sort())
    expect(gated.sort()).toEqual(['gate-ask', 'messaging-pushplus', 'messaging-send', 'wallet-recharge'])
  })

  it('are asked for by every feature and every reason there is', () => {
    expect(refusals).toHaveLength(features.length * gateReasons.length)
    expect(new Set(refusals.map(({ feature, because }) => `${feature} ${because}`)).size).toBe(refusals.length)
  })
})
