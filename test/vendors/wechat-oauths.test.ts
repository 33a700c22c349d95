import { describe, expect, it } from 'vitest'
import { wechatOAuth } from '../../functions/vendors/wechat-oauths.ts'
import { NOON } from '../kit.ts'

const ACCOUNT = { appId: 'wxd678efh567hg6787', appSecret: '0123456789abcdef0123456789abcdef' }
const variables = { WECHAT_URL: 'http://127.0.0.1:1', WECHAT_OPEN_URL: 'https://open.example', SECRET_WECHAT: 'wechat' }

/** A deployment with these variables; `asked` are the secrets looked for. */
const deploymentWith = (given: Partial<typeof variables>) => {
  const asked: string[] = []
  const find = wechatOAuth({
    limits: { connectMs: 9000, totalMs: 9000 },
    clock: { now: () => NOON },
    env: (name) => Object.entries(given).find(([one]) => one === name)?.[1],
    secret: (variable, make) => async () => {
      asked.push(variable)
      return make(ACCOUNT)
    },
  })
  return { find, asked }
}

describe('the service account of a deployment', () => {
  it('is the one its secret holds, looked for each time, so that a rotated one is used', async () => {
    const { find, asked } = deploymentWith(variables)
    for (let times = 0; times < 2; times += 1) {
      const found = await find()
      expect(found?.appId).toBe(ACCOUNT.appId)
      expect(await found?.exchange('c')).toEqual({ kind: 'unavailable', code: 'ECONNREFUSED' })
    }
    expect(asked).toEqual(['SECRET_WECHAT', 'SECRET_WECHAT'])
  })

  it.each(Object.keys(variables))('is none without %s', async (name) => {
    const { find, asked } = deploymentWith({ ...variables, [name]: undefined })
    expect([await find(), asked]).toEqual([undefined, []])
  })
})
