import { type Device, deviceOf } from '../sessions/session.ts'

/** Browsers as people call them. */
export const browserNames = [
  'wechat',
  'wecom',
  'alipay',
  'dingtalk',
  'edge',
  'opera',
  'qq',
  'uc',
  'quark',
  'huawei',
  'xiaomi',
  'samsung',
  'firefox',
  'chrome',
  'safari',
] as const
export type BrowserName = (typeof browserNames)[number]

/** What asks, in words that whoever sits before it would use; either is missing where nothing tells. */
export type Browser = { name?: BrowserName; system?: Device }

/** The first that fits decides: browsers name those they descend from, and apps the browser inside them. */
const signs: readonly (readonly [string, BrowserName])[] = [
  ['wxwork/', 'wecom'],
  ['MicroMessenger/', 'wechat'],
  ['AlipayClient/', 'alipay'],
  ['DingTalk/', 'dingtalk'],
  ['Edg', 'edge'],
  ['OPR/', 'opera'],
  ['QQBrowser/', 'qq'],
  ['UCBrowser/', 'uc'],
  ['Quark/', 'quark'],
  ['HuaweiBrowser/', 'huawei'],
  ['MiuiBrowser/', 'xiaomi'],
  ['SamsungBrowser/', 'samsung'],
  ['Firefox/', 'firefox'],
  ['FxiOS/', 'firefox'],
  ['CriOS/', 'chrome'],
  ['Chrome/', 'chrome'],
  ['Safari/', 'safari'],
]

/** The browser that a User-Agent header names. Anybody can send any header: it helps people to know their own, and proves nothing. */
export const browserOf = (userAgent = ''): Browser => ({
  name: signs.find(([sign]) => userAgent.includes(sign))?.[1],
  system: deviceOf(userAgent),
})
