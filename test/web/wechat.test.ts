import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  keepAsked,
  keepLeft,
  pageOf,
  takeBack,
  visitEndIn,
  wasAsked,
  wayHere,
  wholePlace,
} from '../../web/user/sign-in/wechat.ts'
import { devices } from '../browser/visit/devices.ts'

const agentOf = (device: keyof typeof devices) => devices[device].userAgent('zh-CN')

/** A tab of a browser, which may refuse to keep anything. */
const tab = (isPrivate = false): void => {
  const kept = new Map<string, string>()
  const refuse = (): never => {
    throw new Error('SecurityError')
  }
  vi.stubGlobal('sessionStorage', {
    getItem: isPrivate ? refuse : (name: string) => kept.get(name) ?? null,
    setItem: isPrivate ? refuse : (name: string, value: string) => void kept.set(name, value),
  })
}

afterEach(() => vi.unstubAllGlobals())

describe('W1 the way to WeChat from where a page is open', () => {
  it.each([
    ['desktop', 'website'],
    ['wechatAndroid', 'in_wechat'],
    ['wechatIos', 'in_wechat'],
    ['iphoneSafari', undefined],
    ['androidChrome', undefined],
  ] as const)('%s: %s', (device, way) => {
    expect(wayHere(agentOf(device))).toBe(way)
  })

  it('is none inside WeCom and mini-programs on a phone', () => {
    expect(wayHere(`${agentOf('wechatAndroid')} wxwork/4.1.36`)).toBeUndefined()
    expect(wayHere(`${agentOf('wechatAndroid')} miniProgram/wx1`)).toBeUndefined()
  })
})

describe('W1 what became of a visit to WeChat', () => {
  it('is what the address says, nothing where it says nothing, and worth another try where nobody knows the word', () => {
    expect(visitEndIn(new URLSearchParams('wechat=unknown&to=/verify'))).toBe('unknown')
    expect(visitEndIn(new URLSearchParams('to=/verify'))).toBeUndefined()
    expect(visitEndIn(new URLSearchParams('wechat=toString'))).toBe('try_again')
  })
})

describe('W1 what a tab keeps of visits to WeChat', () => {
  it('is that it was asked, so that it is asked without a tap once', () => {
    tab()
    expect(wasAsked()).toBe(false)
    keepLeft('/orders')
    expect(wasAsked()).toBe(true)
    expect(takeBack()).toBe('/orders')
    expect([takeBack(), wasAsked()]).toEqual([undefined, true])
  })

  it('is nothing of a place for whoever has signed out', () => {
    tab()
    keepLeft('/orders')
    keepAsked()
    expect(takeBack()).toBeUndefined()
  })

  it('is nothing at all in a private window, where WeChat is asked by a tap only', () => {
    tab(true)
    keepLeft('/orders')
    expect([wasAsked(), takeBack()]).toEqual([true, undefined])
  })

  it('brings back what stood behind the path that was left for, and behind no other', () => {
    expect(pageOf('/papers?proof=bank#x')).toBe('/papers')
    expect(wholePlace('/papers', '/papers?proof=bank')).toBe('/papers?proof=bank')
    expect(wholePlace('/orders', '/papers?proof=bank')).toBe('/orders')
    expect(wholePlace('/orders', undefined)).toBe('/orders')
  })
})
