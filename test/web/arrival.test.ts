import { describe, expect, it } from 'vitest'
import { takeToken } from '../../web/shared/router/link-token.ts'
import { addressToKeep } from '../../web/user/return/return-address.ts'

const ORIGIN = 'https://id.example.cn'
const BACK = 'https://app.example.cn/me?tab=1'

describe('where somebody came from', () => {
  const keep = (of: { said?: string; referrer?: string; kept?: string }) =>
    addressToKeep({ said: undefined, referrer: '', kept: undefined, origin: ORIGIN, ...of })

  it('is what the address says, whatever is kept and whoever led here', () => {
    expect(keep({ said: BACK, kept: 'https://app.example.cn/', referrer: 'https://app.example.cn/' })).toBe(BACK)
    expect(keep({ said: BACK, kept: BACK })).toBeUndefined()
  })

  it('is else the page that led here, where nothing is kept and it is not one of ours', () => {
    expect(keep({ referrer: 'https://app.example.cn/' })).toBe('https://app.example.cn/')
    expect(keep({ referrer: 'https://app.example.cn/', kept: BACK })).toBeUndefined()
    for (const referrer of ['', `${ORIGIN}/account`, 'no address']) expect(keep({ referrer })).toBeUndefined()
  })
})

describe('the token of a link', () => {
  const at = (hash: string) => {
    const replaced: string[] = []
    const history = { replaceState: (_data: unknown, _unused: string, url: string) => void replaced.push(url) }
    return { token: takeToken({ location: { hash, pathname: '/enter' }, history }), replaced }
  }

  it('is taken out of the address at once', () => {
    expect(at('#abc-_1')).toEqual({ token: 'abc-_1', replaced: ['/enter'] })
  })

  it('is none where the address has none, which stays as it is', () => {
    for (const hash of ['', '#']) expect(at(hash)).toEqual({ token: undefined, replaced: [] })
  })
})
