import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { FAR_LIMITS } from '../far-limits.ts'
import { type Besieged, besiege, besieged } from '../hostile/siege.ts'
import { stageOn } from '../hostile/stage.ts'
import { standInsAmong } from './callers/credentials.ts'
import { nameOf } from './callers/samples.ts'
import { type Instance, startInstance } from './instance.ts'

const INPUTS = 200

/** What speaks pushplus answers 200 whatever is asked. */
const alwaysOk = besieged.filter(({ caller }) => caller === 'token').map(nameOf)

/** Ends what hangs, and nothing else. */
const PATIENCE = 900_000

describe('whatever is sent: no fault of ours, no answer over 64 KB, none over a second of CPU, and nothing of it in a log', () => {
  // The same in every run; `npm run hostile` tries others.
  const seed = 20261128
  let instance: Instance
  let came: Besieged
  beforeAll(async () => {
    instance = await startInstance({ ...FAR_LIMITS, reconciliation: {} })
    const stage = await stageOn({ ...instance, standIns: standInsAmong(inject('keys').secrets) })
    came = await besiege(stage, besieged, { inputs: INPUTS, seed })
  }, PATIENCE)
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it.each(besieged.map(nameOf))('%s', (name) => {
    const [attacked] = came.attacked.filter(({ route }) => route === name)
    const again = `npm run hostile -- --inputs ${INPUTS} --seed ${seed} --route '${name}'`
    expect(attacked?.found, again).toBeUndefined()
    expect(attacked?.inputs).toBe(INPUTS)
    // Some fit, or only the edge would have been tried.
    const different = [...(attacked?.statuses.keys() ?? [])].length
    expect(different).toBeGreaterThanOrEqual(alwaysOk.includes(name) ? 1 : 2)
  })

  it('nor in the logs of workers and stand-ins', () => {
    expect(came.elsewhere).toEqual([])
  })
})
