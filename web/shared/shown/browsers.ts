import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'

type Browser = Answer<'POST /v1/scans/looks'>['browser']

type Name = NonNullable<Browser['name']>
type System = NonNullable<Browser['system']>

/** What browsers call themselves; in Chinese where they have a name of their own there. */
const names: Readonly<Record<Name, string | Readonly<Record<Language, string>>>> = {
  wechat: { zh: '微信', en: 'WeChat' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  edge: 'Edge',
  opera: 'Opera',
  qq: { zh: 'QQ 浏览器', en: 'QQ Browser' },
  uc: { zh: 'UC 浏览器', en: 'UC Browser' },
  quark: { zh: '夸克', en: 'Quark' },
  huawei: { zh: '华为浏览器', en: 'Huawei Browser' },
  xiaomi: { zh: '小米浏览器', en: 'Mi Browser' },
  samsung: { zh: '三星浏览器', en: 'Samsung Internet' },
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
}

/** What systems call themselves. */
const systems: Readonly<Record<System, string>> = {
  harmonyos: 'HarmonyOS',
  iphone: 'iPhone',
  ipad: 'iPad',
  android: 'Android',
  windows: 'Windows',
  mac: 'Mac',
  linux: 'Linux',
}

const nameIn = (name: Name, language: Language): string => {
  const of = names[name]
  return typeof of === 'string' ? of : of[language]
}

/** `iPhone`. */
export const systemText = (system: System): string => systems[system]

/** `Chrome · Windows`; undefined where the browser says nothing of itself. */
export const browserText = ({ name, system }: Browser, language: Language): string | undefined => {
  const said = [name && nameIn(name, language), system && systems[system]].filter(Boolean)
  return said.length > 0 ? said.join(' · ') : undefined
}
