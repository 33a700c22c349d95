import { describe, expect, it } from 'vitest'
import { wechatOAuth } from '../../functions/vendors/wechat-oauths.ts'
import { wechatWays } from '../../functions/vendors/wechat-ways.ts'
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

describe('the ways to sign in by WeChat', () => {
  const all = { ...variables, SECRET_WECHAT_WEBSITE: 'website' }
  const waysWith = (given: Partial<typeof all>) => {
    const asked: string[] = []
    const ways = wechatWays({
      limits: { connectMs: 9000, totalMs: 9000 },
      clock: { now: () => NOON },
      env: (name) => Object.entries(given).find(([one]) => one === name)?.[1],
      secret: (variable, make) => async () => {
        asked.push(variable)
        return make(ACCOUNT)
      },
    })
    return { ...ways, asked }
  }

  it('are those there is an account for, each with its own secret and page', async () => {
    const { offered, wechat, asked } = waysWith(all)
    expect(offered).toEqual(['website', 'in_wechat'])
    const to = { redirectUrl: 'https://id.example.cn', state: 'a' }
    expect((await wechat('website'))?.authorizeUrl(to)).toContain('/connect/qrconnect?')
    expect((await wechat('in_wechat'))?.authorizeUrl(to)).toContain('/connect/oauth2/authorize?')
    expect(asked).toEqual(['SECRET_WECHAT_WEBSITE', 'SECRET_WECHAT'])
  })

  it.each([
    ['SECRET_WECHAT', ['website']],
    ['SECRET_WECHAT_WEBSITE', ['in_wechat']],
    ['WECHAT_URL', []],
    ['WECHAT_OPEN_URL', []],
  ])('without %s are %j', async (name, left) => {
    const { offered, wechat } = waysWith({ ...all, [name]: undefined })
    expect(offered).toEqual(left)
    for (const way of ['website', 'in_wechat'] as const)
      expect((await wechat(way)) !== undefined).toBe(offered.includes(way))
  })
})
