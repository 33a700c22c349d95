import type { Millis } from '../../../shared/kernel/time.ts'

/**
 * Who opened a session: a person with a code sent to their phone or by their WeChat, the platform for its user, that user by a link of the
 * platform's, or a person who confirmed it on a phone that scanned the code of a desktop.
 */
export const openers = ['sms_code', 'platform', 'link', 'scan', 'wechat'] as const

/** What somebody signed in with, as coarse as they would say it themselves. */
export const devices = ['harmonyos', 'iphone', 'ipad', 'android', 'windows', 'mac', 'linux'] as const
export type Device = (typeof devices)[number]

export type Opener = (typeof openers)[number]

/** Times in epoch ms. `device` is missing where nothing tells. */
export type NewSession = {
  createdAt: Millis
  expiresAt: Millis
  by: Opener
  /** Of one that another session let in: how whoever did so had come in themselves, before any codes that were scanned. */
  root?: Opener
  device?: Device
  /** Where its pages lead back to. */
  returnUrl?: string
  /** Whose WeChat it is in, where that was found by signing in. */
  wechat?: { appId: string; openid: string; foundAt: Millis }
}

/** A session as its owner may tell it from others. */
export type Session = Omit<NewSession, 'returnUrl' | 'wechat' | 'root'> & { id: string }

/** The first that fits decides: systems name those they descend from. */
const signs: readonly (readonly [string, Device])[] = [
  ['HarmonyOS', 'harmonyos'],
  ['iPhone', 'iphone'],
  ['iPad', 'ipad'],
  ['Android', 'android'],
  ['Windows', 'windows'],
  ['Macintosh', 'mac'],
  ['Linux', 'linux'],
]

/** The device that a User-Agent header names. */
export const deviceOf = (userAgent = ''): Device | undefined => signs.find(([sign]) => userAgent.includes(sign))?.[1]
