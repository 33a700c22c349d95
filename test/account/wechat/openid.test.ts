import { describe, expect, it } from 'vitest'
import { whoseWechat } from '../../../functions/account/wechat/openid.ts'
import { openidIn } from '../../../functions/account/wechat/openid-store.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const [OURS, ANOTHER, LATER] = ['wxd678efh567hg6787', 'wx0000000000000000', 'wxffffffffffffffff']
const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'
const found = { appId: OURS, openid, foundAt: NOON }

describe('P4 the openid of a session', () => {
  it('is good for the app that found it, for as long as the session lasts', () => {
    expect(whoseWechat(found, OURS, NOON)).toEqual({ kind: 'known', openid })
    expect(whoseWechat(found, OURS, NOON + 1000 * MINUTE)).toEqual({ kind: 'known', openid })
  })

  it('is unknown where nobody looked, and to a channel without an app', () => {
    expect(whoseWechat(undefined, OURS, NOON)).toEqual({ kind: 'unknown' })
    expect(whoseWechat(found, undefined, NOON)).toEqual({ kind: 'unknown' })
    expect(openidIn(undefined)).toBeUndefined()
    expect(openidIn({ pk: 'a', sk: 'b' })).toBeUndefined()
  })

  it('is of another app for ten minutes, and unknown from then on, because the account may have been changed', () => {
    const asked = (now: number) => whoseWechat(found, ANOTHER, now)
    const differs = { kind: 'of_another_app', appId: OURS, wanted: ANOTHER }
    expect([asked(NOON), asked(NOON + 10 * MINUTE - 1)]).toEqual([differs, differs])
    expect(asked(NOON + 10 * MINUTE)).toEqual({ kind: 'unknown' })
    expect(whoseWechat(found, LATER, NOON)).toEqual({ ...differs, wanted: LATER })
  })
})
