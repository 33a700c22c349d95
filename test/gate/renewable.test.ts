import { expect, it } from 'vitest'
import { renewableAfter } from '../../functions/gate/renewable.ts'

const others = { transferLevel: 1, transferMaxAgeMs: 0, certifyLevel: 2, certifyMaxAgeMs: 0 }

const after = (sendMaxAgeMs: number, rechargeMaxAgeMs: number) =>
  renewableAfter({ gate: { sendLevel: 1, sendMaxAgeMs, rechargeLevel: 1, rechargeMaxAgeMs, ...others } })

it('X3 evidence may be proven anew once it is too old for the most demanding feature that says an age', () => {
  expect(after(0, 0)).toBeUndefined()
  expect(after(5, 0)).toBe(5)
  expect(after(0, 1)).toBe(1)
  expect(after(5, 3)).toBe(3)
})
