import type { FaceSettings } from '../../functions/face/settings.ts'
import { nextBeijingDay } from '../../shared/kernel/time.ts'
import { clicked, faceWorld, verified } from '../face/fixture.ts'
import { NOON } from '../kit.ts'
import { person } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

/** Each is over at once, so that the next may be begun. */
const beginnings =
  (near: Partial<FaceSettings['face']>): Drive =>
  async () => {
    const here = faceWorld({ perDay: FAR, perPersonDay: FAR, ...near })
    const beginningOf = async (nth: number) => {
      const of = await verified(here, person('match', nth))
      return async () => {
        const outcome = await clicked(here, of)
        if (!outcome.ok) return outcome
        const { accountId, id, token = '' } = outcome.value
        here.faces.says.set(token, { kind: 'failed', because: 'not_live', final: true, vendorCode: '2', charged: 1 })
        await here.follow(accountId, id)
        return outcome
      }
    }
    const elsewhere = async () => (await beginningOf(1))()
    return { most: NEAR, time: here.time, once: await beginningOf(0), elsewhere, endsAt: nextBeijingDay(NOON) }
  }

export const faceDrives: Readonly<Record<string, Drive>> = {
  'face.perDay': beginnings({ perDay: NEAR }),
  'face.perPersonDay': beginnings({ perPersonDay: NEAR }),
}
