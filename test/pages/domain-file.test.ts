import { describe, expect, it } from 'vitest'
import { domainFile } from '../../functions/pages/domain-file.ts'
import { settingsOf } from '../../functions/settings.ts'

const TOKEN = 'aB3dE6gH9jK2mN5p'
const given = { domainTokens: [TOKEN, 'other7'] }
const path = `/MP_verify_${TOKEN}.txt`

describe('the file by which WeChat sees whose a domain is', () => {
  it('holds the token of its name, and is text', () => {
    expect(domainFile({ method: 'GET', path }, given)).toEqual({
      status: 200,
      text: TOKEN,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    })
    expect(domainFile({ method: 'HEAD', path }, given)?.status).toBe(200)
    expect(domainFile({ method: 'GET', path: '/MP_verify_other7.txt' }, given)?.text).toBe('other7')
  })

  it.each([
    ['POST', path],
    ['GET', path.toLowerCase()],
    ['GET', `${path}/`],
    ['GET', `/x${path}`],
    ['GET', `${path}x`],
    ['GET', '/MP_verify_.txt'],
    ['GET', '/MP_verify_nobodys.txt'],
    ['GET', '/MP_verify_other7.txt.txt'],
    ['GET', '/MP_verify_..txt'],
  ])('is not there for %s %s', (method, asked) => {
    expect(domainFile({ method, path: asked }, given)).toBeUndefined()
  })

  it('is nowhere until a token is given, which must be one', () => {
    const { wechat } = settingsOf('production', undefined)
    expect(domainFile({ method: 'GET', path }, wechat)).toBeUndefined()
    const set = (domainTokens: unknown) => settingsOf('production', JSON.stringify({ wechat: { domainTokens } })).wechat
    expect(set([TOKEN]).domainTokens).toEqual([TOKEN])
    for (const wrong of [TOKEN, [`MP_verify_${TOKEN}.txt`], [''], ['a/b'], [7], ['a'.repeat(65)]])
      expect(() => set(wrong)).toThrow()
  })
})
