import { describe, expect, it } from 'vitest'
import { codeAt, stepAt, stepOfCode } from '../../../functions/operators/access/totp.ts'
import { codeNow } from '../../../infra/operator/show-code.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const secret = 'LQNIUWJRYAMDT6WUSZGJVUAULGEHROPC'
const now = stepAt(NOON)
const at = (seconds: number) => ({ now: () => NOON + seconds * SECOND })

describe('the code that is shown for whoever has no phone', () => {
  it('is the one of now, as long as its turn is', () => {
    expect(codeNow({ secret }, at(12))).toEqual({ code: codeAt(secret, now), waits: 0, seconds: 18 })
    expect(codeNow({ secret, used: now - 1 }, at(0))).toEqual({ code: codeAt(secret, now), waits: 0, seconds: 30 })
  })

  it('is the next where that of now counted already, and it is taken at once', () => {
    const shown = codeNow({ secret, used: now }, at(12))
    expect(shown).toEqual({ code: codeAt(secret, now + 1), waits: 0, seconds: 48 })
    expect(stepOfCode(secret, shown.code, at(12).now())).toBe(now + 1)
  })

  it('says from when on it counts, where the next counted too', () => {
    const shown = codeNow({ secret, used: now + 1 }, at(12))
    expect(shown).toEqual({ code: codeAt(secret, now + 2), waits: 18, seconds: 78 })
    expect(stepOfCode(secret, shown.code, at(12).now())).toBeUndefined()
    expect(stepOfCode(secret, shown.code, at(12 + shown.waits).now())).toBe(now + 2)
  })
})
