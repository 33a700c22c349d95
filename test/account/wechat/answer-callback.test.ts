import { describe, expect, it } from 'vitest'
import { answerCallback, callbackUrlAt } from '../../../functions/account/wechat/answer-callback.ts'
import { callbackRoute } from '../../../functions/account/wechat.route.ts'
import { type Request, requestOf, SESSION_COOKIE } from '../../../shared/http/request.ts'
import { httpEvent } from '../../http-event.ts'
import { valueIn } from '../../kit.ts'
import { left, wechatWorld } from './fixture.ts'

const PUBLIC_URL = 'https://id.example.cn'

const deps = () => {
  const faults: unknown[] = []
  const at = wechatWorld()
  return { at, faults, deps: { ...at, publicUrl: PUBLIC_URL, fault: (error: unknown) => void faults.push(error) } }
}

const arriving = (query: Record<string, string>, cookies?: string[]): Request =>
  valueIn(requestOf(callbackRoute, httpEvent(callbackRoute, { query, cookies })))

describe('a browser on its way back from WeChat', () => {
  it('is led on to its page whatever it brings', async () => {
    const { deps: with_ } = deps()
    const brought: Record<string, string>[] = [
      {},
      { code: 'c' },
      { from: 'singlemessage', isappinstalled: '0', state: '%', code: '<>' },
    ]
    for (const query of brought)
      expect(await answerCallback(with_, arriving({ returnPath: '/verify/pay', ...query }))).toEqual({
        status: 302,
        headers: { location: `${PUBLIC_URL}/verify/pay?wechat=signed_out` },
      })
  })

  it('is known by its cookie', async () => {
    const { at, deps: with_ } = deps()
    const gone = await left(at)
    const cookies = [`${SESSION_COOKIE}=${gone.token}`]
    const request = arriving({ returnPath: '/verify/pay', state: gone.state, code: 'code-1' }, cookies)
    const { headers } = await answerCallback(with_, request)
    expect(headers).toEqual({ location: `${PUBLIC_URL}/verify/pay?wechat=done` })
    expect(at.exchanged).toEqual(['code-1'])
  })

  it.each(['', 'a b', '<script>', 'c'.repeat(129)])('brings no code in %j', async (code) => {
    const { at, deps: with_ } = deps()
    const gone = await left(at)
    const request = arriving({ code, state: gone.state }, [`${SESSION_COOKIE}=${gone.token}`])
    expect(await answerCallback(with_, request)).toMatchObject({
      headers: { location: `${PUBLIC_URL}/?wechat=denied` },
    })
    expect(at.exchanged).toEqual([])
  })

  it('is led on after a fault of ours, which is told', async () => {
    const { at, faults, deps: with_ } = deps()
    const gone = await left(at)
    const broken = new Error('no database')
    const table = { ...at.table, getMany: () => Promise.reject(broken) }
    const request = arriving({ state: gone.state, code: 'c' }, [`${SESSION_COOKIE}=${gone.token}`])
    const answer = await answerCallback({ ...with_, table }, request)
    expect(answer).toMatchObject({ status: 302, headers: { location: `${PUBLIC_URL}/?wechat=try_again` } })
    expect(faults).toEqual([broken])
  })

  it('finds its way by the address that WeChat was given', () => {
    const url = new URL(callbackUrlAt(PUBLIC_URL)('/verify/pay'))
    expect(url.origin + url.pathname).toBe(`${PUBLIC_URL}${callbackRoute.path}`)
    expect([...url.searchParams]).toEqual([['returnPath', '/verify/pay']])
  })
})
