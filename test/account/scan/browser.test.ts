import { describe, expect, it } from 'vitest'
import { browserOf } from '../../../functions/account/scan/browser.ts'
import { placeIn } from '../../../functions/account/scan/place.ts'

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'

describe('W1 a browser is named as whoever sits before it would', () => {
  it.each([
    [`${WINDOWS} Chrome/142.0.0.0 Safari/537.36`, 'chrome', 'windows'],
    [`${WINDOWS} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'edge', 'windows'],
    [`${WINDOWS} Chrome/116.0 Safari/537.36 QQBrowser/13.0`, 'qq', 'windows'],
    [`${WINDOWS} Chrome/116.0 Safari/537.36 OPR/102.0`, 'opera', 'windows'],
    [`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`, 'safari', 'mac'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
    [`${WINDOWS} Chrome/132.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781 WindowsWechat/4.0`, 'wechat', 'windows'],
    [`${WINDOWS} Chrome/108 Safari/537.36 wxwork/4.1.36 MicroMessenger/7.0.1`, 'wecom', 'windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) CriOS/142 Mobile/15E148 Safari/604.1', 'chrome', 'iphone'],
    ['curl/8.5.0', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (userAgent, name, system) => {
    expect(browserOf(userAgent)).toEqual({ name, system })
  })

  it('and as nothing where no header came', () => expect(browserOf(undefined)).toEqual({}))
})

describe('W1 the place of who asks', () => {
  const trusting = { proxies: { trusted: 1 }, scans: { placeHeader: 'X-Client-City' } }
  const placeOf = (said: string | undefined, settings = trusting) => placeIn({ 'x-client-city': said }, settings)

  it('is what the trusted proxy says, encoded or not', () => {
    expect(placeOf('上海')).toBe('上海')
    expect(placeOf('%E4%B8%8A%E6%B5%B7')).toBe('上海')
    expect(placeOf(' Hong Kong ')).toBe('Hong Kong')
    expect(placeOf("Xi'an, Shaanxi")).toBe("Xi'an, Shaanxi")
  })

  it.each([undefined, '', ' ', '%E4', '<b>上海</b>', 'https://evil.example', 'a'.repeat(41), '上海\n您的账号'])(
    'is nothing where %j is said',
    (said) => expect(placeOf(said)).toBeUndefined(),
  )

  it('is nothing where no proxy is trusted, or no header is named: anybody could say it', () => {
    expect(placeOf('上海', { ...trusting, proxies: { trusted: 0 } })).toBeUndefined()
    expect(placeOf('上海', { ...trusting, scans: { placeHeader: '' } })).toBeUndefined()
    expect(placeIn({ '': '上海' }, { ...trusting, scans: { placeHeader: '' } })).toBeUndefined()
  })
})
